import type { Payload } from 'payload';
import { each, readable } from '../../campaigns/bulkhead/each.ts';
import { civilDay } from '../../campaigns/calendar/civil-day.ts';
import type { Clock } from '../../campaigns/ports/clock.ts';
import { findHits, type CurrentLists, type Hit } from '../nominations/current-lists.ts';

/**
 * The nightly comparison of everybody honoured with the current lists (gate G17). A sure hit takes the role model
 * offline at once; a namesake is only told to the desk. Asked again it changes nothing.
 * @throws whatever the source throws: then nothing was compared, and the next night tries again
 */
export async function compareModels(payload: Payload, clock: Clock, lists: CurrentLists): Promise<Hit[]> {
  const { docs } = await payload.find({
    collection: 'nominations',
    where: { state: { equals: 'accepted' } },
    depth: 0,
    pagination: false,
    select: { name: true, subject: true, place: true },
  });
  const candidates = readable(
    docs,
    ({ id, name }) => [`nomination ${id}`, `典型“${name}”`],
    ({ id, name, place, subject }) => ({ id, name: nameOf(name), subject, place: place ?? null }),
  );
  const hits =
    candidates.length === 0 ? [] : findHits(candidates, await lists.entries(candidates.map(({ name }) => name)));
  const context = { nominationJob: { now: clock.now() } };
  await each(
    hits,
    ({ candidate }) => [`nomination ${candidate.id}`, `典型“${candidate.name}”`],
    async ({ candidate, certainty, entry }) => {
      const hit = `${civilDay(clock.now())}比对：在“${entry.list}”里有${certainty === 'sure' ? '这一' : '同名的'}${entry.kind === 'unit' ? '单位' : '人'}${entry.place ? `（${entry.place}）` : ''}。`;
      const data = certainty === 'sure' ? { hit, state: 'offline' as const, reason: hit } : { hit };
      await payload.update({ collection: 'nominations', id: candidate.id, data, depth: 0, context });
    },
  );
  await clearStale(payload, new Set(hits.map(({ candidate }) => candidate.id)), context);
  return hits;
}

const nameOf = (name: unknown): string => {
  if (typeof name !== 'string' || name.trim() === '') throw new Error('没有姓名或单位，没法和名单比对：请补上。');
  return name;
};

/** A namesake who is no longer listed needs nobody's attention. */
async function clearStale(
  payload: Payload,
  hit: ReadonlySet<string>,
  context: { nominationJob: { now: Date } },
): Promise<void> {
  const { docs } = await payload.find({
    collection: 'nominations',
    where: { state: { equals: 'accepted' }, hit: { exists: true } },
    depth: 0,
    pagination: false,
    select: { name: true },
  });
  await each(
    docs.filter((row) => !hit.has(row.id)),
    ({ id, name }) => [`nomination ${id}`, `典型“${name}”`],
    ({ id }) => payload.update({ collection: 'nominations', id, data: { hit: null }, depth: 0, context }),
  );
}
