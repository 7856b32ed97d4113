import type { Payload } from 'payload';
import { v7 as uuidv7 } from 'uuid';
import type { Person } from '../../access/person.ts';
import { deskLexicons } from '../lexicons/desk-lexicons.ts';
import { insertRow } from '../../database/insert-once.ts';
import type { Story } from '../../payload-types.ts';
import { idOf } from '../../database/id-of.ts';
import { storyFindings } from '../findings/story-findings.ts';
import { mayJudge, type Scope } from './may-judge.ts';
import { keyOf } from './judged-findings.ts';
import { editorsDoor } from '../../story/review-doors.ts';

export interface Judgement {
  storyId: string;
  mark: string;
  scope: Scope;
  reason: string;
  person: Person;
  now: Date;
}

export type JudgementResult = { ok: true; message: string } | { ok: false; status: 403 | 404 | 409; message: string };

/** Remembers that a finding is no problem, or says in one sentence why not. Only what the checks find now can be judged. */
export async function remember(
  payload: Payload,
  { storyId, mark, scope, reason, person, now }: Judgement,
): Promise<JudgementResult> {
  const story = await payload.findByID({
    collection: 'stories',
    id: storyId,
    depth: 0,
    disableErrors: true,
    joins: false,
  });
  if (!story) return { ok: false, status: 404, message: '没有这篇稿件：它可能已被删除。' };
  const finding = (await storyFindings(payload, story)).find((found) => found.mark === mark);
  if (!finding) return { ok: false, status: 409, message: '稿件里已经没有这个问题：内容或词表刚刚改过，请刷新再看。' };
  const refusal = mayJudge(finding, scope, person, isOwn(story, person));
  if (refusal) return { ok: false, status: 403, message: refusal };
  const { editions } = await deskLexicons(payload);
  const edition =
    editions.find(
      (name) =>
        finding.rule.endsWith(`/${name.split('@')[0]}`) ||
        (finding.rule === 'insult/word' && name.startsWith('insult@')),
    ) ?? null;
  await insertRow(payload.db, 'check-memory', 'key', {
    id: uuidv7(),
    key: keyOf(mark, scope === 'story' ? storyId : null),
    mark,
    rule: finding.rule,
    text: finding.text || finding.at,
    mend: finding.mend,
    scope,
    story: scope === 'story' ? storyId : null,
    edition,
    reason,
    by: person.name,
    byId: person.id,
    at: now.toISOString(),
  });
  return {
    ok: true,
    message:
      scope === 'story'
        ? '已记下：这一篇里不再问。词条改版后会再问一次。'
        : '已记下：所有稿件里同样的写法不再问。词条改版后会再问一次。',
  };
}

/** Whoever wrote or changed it. */
const isOwn = (story: Pick<Story, 'createdBy' | 'editors'>, { id }: Person): boolean =>
  idOf(story.createdBy) === id || editorsDoor.need(story.editors).includes(id);
