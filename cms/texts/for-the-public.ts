import type { Payload } from 'payload';
import { idOf } from '../database/id-of.ts';
import type { SubjectSlug } from './subjects.ts';

/** Rows whose words the public would read as soon as somebody agreed: campaigns that are only being planned, and their posts, are confirmed first. */
export async function forThePublic<T extends { id: string }>(
  payload: Payload,
  subject: SubjectSlug,
  rows: readonly T[],
): Promise<T[]> {
  const value = (row: T, name: string) => (row as Record<string, unknown>)[name];
  if (subject === 'campaigns')
    return rows.filter((row) => value(row, 'state') === 'confirmed' && value(row, 'rehearsal') !== true);
  if (subject !== 'posts' || rows.length === 0) return [...rows];
  const { docs } = await payload.find({
    collection: 'campaigns',
    where: { and: [{ state: { equals: 'confirmed' } }, { rehearsal: { not_equals: true } }] },
    depth: 0,
    pagination: false,
    joins: false,
    select: { state: true },
  });
  const confirmed = new Set(docs.map(({ id }) => id));
  return rows.filter((row) => confirmed.has(idOf(value(row, 'campaign') as string) ?? ''));
}
