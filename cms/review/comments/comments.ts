import type { Payload } from 'payload';
import { instantText } from '../../../campaigns/calendar/civil-day.ts';
import type { Person } from '../../access/person.ts';
import type { Comment, Story } from '../../payload-types.ts';
import { buildSnapshot } from '../../release/build-snapshot.ts';
import { idOf } from '../../database/id-of.ts';
import { paragraphsOf } from '../difference/paragraphs.ts';
import { allowedToComment, allowedToResolve } from './comment-rules.ts';
import { locate } from './locate.ts';
import { editorsDoor } from '../../story/review-doors.ts';

/** A comment as the story's page shows it. */
export interface ShownComment {
  id: string;
  text: string;
  must: boolean;
  byName: string;
  at: string;
  /** The paragraph where it stands now; null for one about the whole story, or whose paragraph is gone. */
  paragraph: number | null;
  /** The paragraph as it was; null for one about the whole story. */
  quote: string | null;
  /** Its paragraph is gone: only the quote tells what was meant. */
  orphaned: boolean;
  resolved: { byName: string; at: string } | null;
  /** Why I may not resolve it; null when I may. */
  refusal: string | null;
}

export interface CommentSheet {
  comments: ShownComment[];
  /** The paragraphs to choose from, by their number. */
  paragraphs: string[];
}

export type CommentResult = { status: 200 | 201; message: string } | { status: 403 | 404 | 409 | 422; message: string };

const storyOf = (payload: Payload, id: string): Promise<Story | null> =>
  payload.findByID({ collection: 'stories', id, depth: 0, joins: false, disableErrors: true });
const textOf = async (payload: Payload, story: Story): Promise<string[]> =>
  paragraphsOf((await buildSnapshot(payload, story)).text);
const none = { status: 404, message: '没有这篇稿件：它可能已被删除。' } as const;

/** Every comment of a story where it stands now, oldest first; null when there is no such story. */
export async function listComments(payload: Payload, storyId: string, person: Person): Promise<CommentSheet | null> {
  const story = await storyOf(payload, storyId);
  if (!story) return null;
  const [paragraphs, { docs }] = await Promise.all([
    textOf(payload, story),
    payload.find({
      collection: 'comments',
      where: { story: { equals: storyId } },
      sort: 'at',
      depth: 0,
      pagination: false,
    }),
  ]);
  return { paragraphs, comments: docs.map((row) => shown(row, paragraphs, person, story)) };
}

function shown(row: Comment, paragraphs: readonly string[], person: Person, story: Story): ShownComment {
  const { at, byName, id, must, quote, resolvedAt, resolvedBy, text } = row;
  const pinned = typeof row.paragraph === 'number' && quote ? { paragraph: row.paragraph, quote } : null;
  const paragraph = pinned && locate(pinned, paragraphs);
  return {
    id,
    text,
    must,
    byName,
    at: instantText(new Date(at)),
    paragraph,
    quote: quote ?? null,
    orphaned: pinned !== null && paragraph === null,
    resolved: resolvedAt ? { byName: resolvedBy ?? '', at: instantText(new Date(resolvedAt)) } : null,
    refusal: allowedToResolve(row, person, authorsOf(story)),
  };
}

const authorsOf = ({ createdBy, editors }: Story): string[] => [idOf(createdBy) ?? '', ...editorsDoor.need(editors)];

/**
 * Writes a comment on a paragraph (1-based) or, with null, on the whole story.
 * @param id of the comment that this form can make: one that stands already is not written twice
 */
export async function addComment(
  payload: Payload,
  storyId: string,
  person: Person,
  said: { paragraph: number | null; text: string; must: boolean },
  now: Date,
  id?: string,
): Promise<CommentResult> {
  const story = await storyOf(payload, storyId);
  if (!story) return none;
  const done: CommentResult = { status: 201, message: said.must ? '已批注：办结以前不能签发。' : '已批注。' };
  const stands = async () =>
    id !== undefined && (await payload.count({ collection: 'comments', where: { id: { equals: id } } })).totalDocs > 0;
  if (await stands()) return done;
  const refusal = allowedToComment(person, said.must, authorsOf(story));
  if (refusal) return { status: 403, message: refusal };
  const paragraphs = await textOf(payload, story);
  const quote = said.paragraph === null ? null : (paragraphs[said.paragraph - 1] ?? null);
  if (said.paragraph !== null && quote === null)
    return { status: 422, message: `正文没有第${said.paragraph}段（现在共${paragraphs.length}段）：请刷新页面再选。` };
  const data = {
    story: storyId,
    paragraph: said.paragraph,
    quote,
    text: said.text,
    must: said.must,
    by: person.id,
    byName: person.name,
    at: now.toISOString(),
    ...(id ? { id } : {}),
  };
  try {
    await payload.create({ collection: 'comments', data: data, depth: 0 });
  } catch (error) {
    if (!(await stands())) throw error;
  }
  return done;
}

/** Marks a comment as dealt with. */
export async function resolveComment(
  payload: Payload,
  storyId: string,
  commentId: string,
  person: Person,
  now: Date,
): Promise<CommentResult> {
  const story = await storyOf(payload, storyId);
  if (!story) return none;
  const row = await payload.findByID({ collection: 'comments', id: commentId, depth: 0, disableErrors: true });
  if (!row || row.story !== storyId) return { status: 404, message: '没有这条批注：请刷新页面。' };
  if (row.resolvedAt) return { status: 409, message: '这条批注已经办结，不用再办。' };
  const refusal = allowedToResolve(row, person, authorsOf(story));
  if (refusal) return { status: 403, message: refusal };
  await payload.update({
    collection: 'comments',
    id: row.id,
    data: { resolvedBy: person.name, resolvedAt: now.toISOString() },
    depth: 0,
  });
  return { status: 200, message: '批注已办结。' };
}
