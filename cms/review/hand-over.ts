import type { Payload } from 'payload';
import type { Person } from '../access/person.ts';
import type { Story } from '../payload-types.ts';
import { idOf } from '../database/id-of.ts';
import { editorsDoor } from '../story/review-doors.ts';

export type HandOverResult = { status: 200; message: string } | { status: 403 | 404 | 409 | 422; message: string };

/** Why this person may not give the story to another author; null when they may: its author, a signer, an administrator. */
function refusalToHandOver(story: Pick<Story, 'createdBy'>, person: Person): string | null {
  const own = idOf(story.createdBy) === person.id && person.roles.includes('author');
  return own || person.roles.some((role) => role === 'signer' || role === 'admin')
    ? null
    : '只有这篇稿件的采编、终审人和管理员可以把它转给别的采编。';
}

/** Authors who could go on with it, by name; empty for those who may not hand it over. */
export async function authorsToTake(
  payload: Payload,
  story: Pick<Story, 'createdBy'>,
  person: Person,
): Promise<{ id: string; name: string }[]> {
  if (refusalToHandOver(story, person) !== null) return [];
  const { docs } = await payload.find({
    collection: 'users',
    where: { roles: { in: ['author'] } },
    sort: 'name',
    depth: 0,
    pagination: false,
  });
  return docs.flatMap(({ id, name }) => (id === idOf(story.createdBy) ? [] : [{ id, name }]));
}

/**
 * 转给别的采编: a colleague is ill, their draft goes on. Whoever wrote it so far counts as one of its writers still, and may
 * not review it (任何两个环节的审稿工作不能同时由一人担任).
 */
export async function handOver(payload: Payload, storyId: string, person: Person, to: string): Promise<HandOverResult> {
  const story = await payload.findByID({
    collection: 'stories',
    id: storyId,
    depth: 0,
    joins: false,
    disableErrors: true,
  });
  if (!story) return { status: 404, message: '没有这篇稿件：它可能已被删除。' };
  const refusal = refusalToHandOver(story, person);
  if (refusal) return { status: 403, message: refusal };
  const taker = (await authorsToTake(payload, story, person)).find(({ id }) => id === to);
  if (!taker) return { status: 422, message: '只能转给另一位采编：请重新选。' };
  const writers = new Set([
    ...editorsDoor.need(story.editors),
    ...(idOf(story.createdBy) ? [idOf(story.createdBy) as string] : []),
  ]);
  // Somebody who takes it back is its author again, not one of the others.
  writers.delete(taker.id);
  await payload.update({
    collection: 'stories',
    id: storyId,
    data: { createdBy: taker.id, editors: editorsDoor.write([...writers]) },
    depth: 0,
  });
  return { status: 200, message: `已转给${taker.name}：由${taker.name}接着写、送审。` };
}
