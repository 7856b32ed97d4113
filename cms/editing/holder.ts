import type { Payload } from 'payload';
import type { Person } from '../access/person.ts';
import { insertOnce } from '../database/insert-once.ts';
import { holderDoor } from './holder-door.ts';

/** Who is in the middle of changing a row: has typed, has not saved. */
export interface Holder {
  person: string;
  name: string;
  /** ISO 8601: since when, and when last heard of. */
  since: string;
  seen: string;
}

/** Not heard of for so long, nobody is in anybody's way. */
const heldMs = 5 * 60_000;

/** One row among the working copies says whose unsaved work there is. */
const keyOf = (target: string): string => `editing:${target}`;

/**
 * Who has unsaved work in a row, or null.
 * @param target `stories/<id>`, `globals/<slug>`
 */
export async function holderOf(payload: Payload, target: string, now: Date): Promise<Holder | null> {
  const {
    docs: [row],
  } = await payload.find({
    collection: 'working-copies',
    where: { key: { equals: keyOf(target) } },
    limit: 1,
    depth: 0,
    pagination: false,
  });
  if (!row || now.getTime() - Date.parse(row.keptAt) > heldMs) return null;
  // Who cannot be told is in nobody's way.
  const kept = holderDoor.read(row.content).value;
  return kept && { ...kept, seen: row.keptAt };
}

/**
 * Says that this person is changing the row. Whoever already is stays, unless the newcomer takes over: what the other has
 * typed stays in their own form.
 * @returns who holds it now
 */
export async function hold(
  payload: Payload,
  target: string,
  person: Person,
  now: Date,
  takeOver: boolean,
): Promise<Holder> {
  const standing = await holderOf(payload, target, now);
  if (standing && standing.person !== person.id && !takeOver) return standing;
  const since = standing?.person === person.id ? standing.since : now.toISOString();
  const key = keyOf(target);
  const data = {
    key,
    content: holderDoor.write({ person: person.id, name: person.name, since }),
    keptAt: now.toISOString(),
  };
  const made = await insertOnce(['key'], () => payload.create({ collection: 'working-copies', data, depth: 0 }));
  if (!made) await payload.update({ collection: 'working-copies', where: { key: { equals: key } }, data, depth: 0 });
  return (await holderOf(payload, target, now)) ?? { person: person.id, name: person.name, since, seen: data.keptAt };
}

/** This person has saved, or given up. Another's hold stays. */
export async function letGo(payload: Payload, target: string, person: Pick<Person, 'id'>, now: Date): Promise<void> {
  const standing = await holderOf(payload, target, now);
  if (standing?.person !== person.id) return;
  await payload.delete({ collection: 'working-copies', where: { key: { equals: keyOf(target) } }, depth: 0 });
}
