import type { Payload } from 'payload';
import { insertOnce } from '../database/insert-once.ts';
import type { FormContent } from './form-content.ts';
import { formContentDoor } from './content-door.ts';

/** What somebody had typed and not saved. */
export interface WorkingCopy {
  content: FormContent;
  /** ISO 8601. */
  keptAt: string;
}

/** After this long nobody comes back for it. */
const keptDays = 30;

const keyOf = (personId: string, storyId: string | null): string => `${personId}:${storyId ?? 'new'}`;

/** Keeps the form of one person for one story (null: a new one); the last one counts. */
export async function keepWorkingCopy(
  payload: Payload,
  personId: string,
  storyId: string | null,
  content: FormContent,
  now: Date,
): Promise<void> {
  const key = keyOf(personId, storyId);
  const data = { key, content: formContentDoor.write(content), keptAt: now.toISOString() };
  const made = await insertOnce(['key'], () => payload.create({ collection: 'working-copies', data, depth: 0 }));
  if (!made) await payload.update({ collection: 'working-copies', where: { key: { equals: key } }, data, depth: 0 });
  const old = new Date(now.getTime() - keptDays * 86_400_000).toISOString();
  await payload.delete({ collection: 'working-copies', where: { keptAt: { less_than: old } }, depth: 0 });
}

export async function readWorkingCopy(
  payload: Payload,
  personId: string,
  storyId: string | null,
): Promise<WorkingCopy | null> {
  const { docs } = await payload.find({
    collection: 'working-copies',
    where: { key: { equals: keyOf(personId, storyId) } },
    limit: 1,
    depth: 0,
    pagination: false,
  });
  const content = docs[0] && formContentDoor.read(docs[0].content).value;
  return docs[0] && content ? { content, keptAt: docs[0].keptAt } : null;
}

/** It has been saved, or is not wanted any more. */
export async function dropWorkingCopy(payload: Payload, personId: string, storyId: string | null): Promise<void> {
  await payload.delete({
    collection: 'working-copies',
    where: { key: { equals: keyOf(personId, storyId) } },
    depth: 0,
  });
}
