import type { Payload } from 'payload';
import { each, readable } from '../../campaigns/bulkhead/each.ts';
import { nominationEntry } from '../nominations/nomination-entry.ts';
import type { Entry, EntryKind } from '../register/entry.ts';
import { registerOf } from '../register/register-of.ts';
import { idOf } from '../database/id-of.ts';

const all = { depth: 0, pagination: false } as const;
/** How a copy's recall has ended; the machine does nothing more about it. */
export const endedRecalls = ['deleted', 'corrected', 'irrevocable', 'no-receipt'] as const;

/**
 * Enters into the register what the database holds and the register does not: decisions of another machine, of a time
 * before there was a register, or of a moment when its disk was full. Level-triggered, by the minute.
 */
export async function feedRegister(payload: Payload): Promise<void> {
  const register = registerOf(payload);
  const { docs: withdrawals } = await payload.find({ ...all, collection: 'withdrawals', select: { key: true, story: true, decidedAt: true } });
  await each(withdrawals.filter(({ key }) => !register.last('withdrawal', key)), ({ id }) => [`withdrawal ${id}`, '一条撤回记录'], ({ decidedAt, id, key, story }) =>
    register.add({ kind: 'withdrawal', key, at: new Date(decidedAt).toISOString(), facts: { id, story: idOf(story) ?? '' } }));
  const { docs: closed } = await payload.find({ ...all, collection: 'nominations', where: { or: [{ closedOn: { exists: true } }, { id: { in: register.all('nomination').map(({ key }) => key) } }] }, select: { state: true, closedOn: true, history: true } });
  await each(closed, ({ id }) => [`nomination ${id}`, '一个人选'], (row) => {
    const entry = nominationEntry(row);
    if (entry && (entry.facts.state !== 'open' || register.last('nomination', row.id))) register.add(entry);
  });
  const { docs: copies } = await payload.find({ ...all, collection: 'deliveries', where: { recall: { in: [...endedRecalls] } }, select: { recall: true, recallOrder: true, recallAt: true, updatedAt: true } });
  await each(copies.filter(({ id }) => !register.last('recall', id)), ({ id }) => [`delivery ${id}`, '一份副本的撤回'], ({ id, recall, recallAt, recallOrder }) => {
    if (recall && recallOrder && recallAt) register.add({ kind: 'recall', key: id, at: new Date(recallAt).toISOString(), facts: { state: recall, order: recallOrder } });
  });
  await given(payload);
}

/** Public numbers and corrections; many at once when an installation is older than this part of its register. */
async function given(payload: Payload): Promise<void> {
  const register = registerOf(payload);
  const has = (kind: EntryKind) => new Set(register.all(kind).map(({ key }) => key));
  const [serials, corrections] = [has('serial'), has('correction')];
  const { docs: numbered } = await payload.find({ ...all, collection: 'publications', select: { serial: true, story: true, firstPublishedAt: true } });
  const { docs: corrected } = await payload.find({ ...all, collection: 'corrections', select: { key: true, story: true, release: true, at: true } });
  register.addAll([
    ...readable(numbered.filter(({ serial }) => !serials.has(String(serial))), ({ serial }) => [`publication ${serial}`, `第${serial}号稿件`], ({ firstPublishedAt, serial, story }): Entry =>
      ({ kind: 'serial', key: String(serial), at: new Date(firstPublishedAt).toISOString(), facts: { story: idOf(story) ?? '' } })),
    ...readable(corrected.filter(({ key }) => !corrections.has(key)), ({ id }) => [`correction ${id}`, '一条更正记录'], ({ at, key, release, story }): Entry =>
      ({ kind: 'correction', key, at: new Date(at).toISOString(), facts: { story: idOf(story) ?? '', release: idOf(release) ?? '' } })),
  ]);
}
