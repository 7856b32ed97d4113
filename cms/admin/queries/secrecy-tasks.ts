import type { Payload } from 'payload';
import type { Person } from '../../access/person.ts';
import { mayJudge } from '../../checking/memory/may-judge.ts';
import { openDisagreements } from '../../checking/memory/open-disagreements.ts';
import { disagreementRule } from '../../question/disagreement-rule.ts';
import { storyKinds } from '../../story/facts.ts';
import { idOf } from '../../database/id-of.ts';
import type { Task } from './my-work.ts';
import { editorsDoor } from '../../story/review-doors.ts';
import { readable } from '../../../campaigns/bulkhead/each.ts';
import { storyName } from './waiting-file.ts';

/** 判定: stories whose form and text disagree, or in which a minor or a sealed record was read, for a secrecy reviewer who wrote nothing on them; each story once. */
export async function secrecyTasks(payload: Payload, person: Person): Promise<Task[]> {
  if (!person.roles.includes('secrecy')) return [];
  const byStory = Map.groupBy(await openDisagreements(payload), ({ story }) => story.id);
  const each = [...byStory.values()].flatMap(([first]) => first ?? []);
  return readable(
    each,
    ({ story }) => storyName(story),
    ({ finding, story }): Task[] => {
      const isOwn = idOf(story.createdBy) === person.id || editorsDoor.need(story.editors).includes(person.id);
      if (mayJudge(finding, 'story', person, isOwn) !== null) return [];
      const kind = story.kind === 'material' ? '教学材料' : storyKinds[story.kind];
      return [
        {
          id: `question-${story.id}`,
          title: story.title,
          button: '判定',
          href: `/admin/collections/stories/${story.id}`,
          due: null,
          since: new Date(story.updatedAt),
          detail: `${kind}　${finding.at}${finding.text ? `“${finding.text}”` : ''}${finding.rule === disagreementRule ? '和“认得出谁，是褒是贬”的答案不一样：真的指了名的退给采编改' : '像是写到了认得出来的未成年人或封存的记录：真是的退给采编改'}，检查看错了的写明理由判定`,
        },
      ];
    },
  ).flat();
}
