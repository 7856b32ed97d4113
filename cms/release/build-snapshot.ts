import type { Payload } from 'payload';
import type { Story } from '../payload-types.ts';
import type { CaseSteps } from '../story/facts.ts';
import { copyFacts } from '../story/fields/derive.ts';
import { lessonFacts } from '../story/fields/lesson.ts';
import { ownFacts } from '../story/fields/own.ts';
import { roleModelFacts } from '../story/fields/role-model.ts';
import { formAnswer } from '../story/form-answer.ts';
import { pictureIds } from '../rich-text/node.ts';
import { richTextToHtml } from '../rich-text/to-html.ts';
import { htmlToText } from '../rich-text/html-text.ts';
import { idOf } from '../database/id-of.ts';
import { namedFactsOf } from './named-facts.ts';
import { loadPictures } from './pictures.ts';
import { nobodyRecognised } from './rendition/established.ts';
import type { ReleasePicture, Snapshot } from '../story/snapshot.ts';

/** The story as it will go out. `story` was read with depth 0. */
export async function buildSnapshot(payload: Payload, story: Story): Promise<Snapshot> {
  const coverId = idOf(story.cover);
  const inText = pictureIds(story.body);
  const pictures = await loadPictures(payload, [...new Set([...inText, ...(coverId ? [coverId] : [])])]);
  const html = richTextToHtml(story.body, pictures);
  const snapshot: Snapshot = {
    kind: story.kind,
    column: await columnOf(payload, idOf(story.column)),
    title: story.title.trim(),
    summary: (story.summary ?? '').trim(),
    author: (story.authorName ?? '').trim(),
    source: (story.source ?? '').trim(),
    sourceUrl: story.sourceUrl || null,
    tags: story.tags ?? [],
    html,
    text: htmlToText(html),
    cover: (coverId && pictures.get(coverId)) || null,
    images: inText.map((id) => pictures.get(id)).filter((picture): picture is ReleasePicture => picture !== undefined),
    roleModel: story.kind === 'role-model' ? copyFacts(roleModelFacts, story.roleModel) : null,
    caseSteps: story.kind === 'case' ? caseStepsOf(story) : null,
    ...namedFactsOf(story),
    ...answered(story),
    lesson: story.kind === 'material' ? copyFacts(lessonFacts, story.lesson) : null,
    corrections: (story.corrections ?? []).map(({ date, was, now, note }) => ({ date, was, now, note: note ?? '' })),
    ...copyFacts(ownFacts, story),
    ...(story.reprint ? { reprint: { originalTitle: story.originalTitle?.trim() || null } } : {}),
    ...(story.usedAi ? { usedAi: true as const } : {}),
  };
  return nobodyRecognised(snapshot) ? { ...snapshot, anonymous: true } : snapshot;
}

function answered(story: Story): Pick<Snapshot, 'answer'> {
  const answer = formAnswer(story);
  return answer ? { answer } : {};
}

async function columnOf(payload: Payload, id: string | null): Promise<Snapshot['column']> {
  if (!id) return null;
  const row = await payload.findByID({ collection: 'columns', id, depth: 0, disableErrors: true });
  return row ? { slug: row.slug, name: row.name } : null;
}

function caseStepsOf({ caseSteps: steps }: Story): CaseSteps {
  return {
    what: steps?.what ?? '',
    rule: {
      law: steps?.rule?.law ?? '',
      article: steps?.rule?.article ?? '',
      text: steps?.rule?.text ?? '',
      url: steps?.rule?.url || null,
    },
    costs: (steps?.costs ?? []).map(({ figure, label }) => ({ figure, label })),
    mend: (steps?.mend ?? []).map(({ date, text }) => ({ date, text })),
  };
}
