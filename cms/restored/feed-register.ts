import type { Payload, Where } from 'payload';
import { each, readable } from '../../campaigns/bulkhead/each.ts';
import { nominationEntry } from '../nominations/nomination-entry.ts';
import { endedRecalls, enterEndedRecalls } from '../register/ended-recall.ts';
import type { Entry } from '../register/entry.ts';
import { registerOf } from '../register/register-of.ts';
import { idOf } from '../database/id-of.ts';
import { follow } from '../store/follow/follow.ts';
import type { Source } from '../store/follow/source.ts';

const all = { depth: 0, pagination: false } as const;

async function withdrawals(payload: Payload, where: Where): Promise<void> {
  const register = registerOf(payload);
  const { docs } = await payload.find({
    ...all,
    collection: 'withdrawals',
    where,
    select: { key: true, story: true, decidedAt: true },
  });
  await each(
    docs.filter(({ key }) => !register.last('withdrawal', key)),
    ({ id }) => [`withdrawal ${id}`, '一条撤回记录'],
    ({ decidedAt, id, key, story }) =>
      register.add({
        kind: 'withdrawal',
        key,
        at: new Date(decidedAt).toISOString(),
        facts: { id, story: idOf(story) ?? '' },
      }),
  );
}

async function nominations(payload: Payload, where: Where): Promise<void> {
  const register = registerOf(payload);
  const { docs } = await payload.find({
    ...all,
    collection: 'nominations',
    where,
    select: { state: true, closedOn: true, history: true },
  });
  await each(
    docs,
    ({ id }) => [`nomination ${id}`, '一个人选'],
    (row) => {
      const entry = nominationEntry(row);
      if (entry && (entry.facts.state !== 'open' || register.last('nomination', row.id))) register.add(entry);
    },
  );
}

/** Public numbers; many at once when an installation is older than this part of its register. */
async function publications(payload: Payload, where: Where): Promise<void> {
  const register = registerOf(payload);
  const { docs } = await payload.find({
    ...all,
    collection: 'publications',
    where,
    select: { serial: true, story: true, firstPublishedAt: true },
  });
  register.addAll(
    readable(
      docs.filter(({ serial }) => !register.last('serial', String(serial))),
      ({ serial }) => [`publication ${serial}`, `第${serial}号稿件`],
      ({ firstPublishedAt, serial, story }): Entry => ({
        kind: 'serial',
        key: String(serial),
        at: new Date(firstPublishedAt).toISOString(),
        facts: { story: idOf(story) ?? '' },
      }),
    ),
  );
}

async function corrections(payload: Payload, where: Where): Promise<void> {
  const register = registerOf(payload);
  const { docs } = await payload.find({
    ...all,
    collection: 'corrections',
    where,
    select: { key: true, story: true, release: true, at: true },
  });
  register.addAll(
    readable(
      docs.filter(({ key }) => !register.last('correction', key)),
      ({ id }) => [`correction ${id}`, '一条更正记录'],
      ({ at, key, release, story }): Entry => ({
        kind: 'correction',
        key,
        at: new Date(at).toISOString(),
        facts: { story: idOf(story) ?? '', release: idOf(release) ?? '' },
      }),
    ),
  );
}

async function copies(payload: Payload): Promise<void> {
  const { docs } = await payload.find({
    ...all,
    collection: 'deliveries',
    where: { recall: { in: [...endedRecalls] } },
    select: { recall: true, recallOrder: true, recallAt: true },
  });
  enterEndedRecalls(payload, docs);
}

/**
 * Enters into the register what the database holds and the register does not: decisions of another machine, of a time
 * before there was a register, or of a moment when its disk was full. Level-triggered; reads them all, at a start.
 */
export async function feedRegister(payload: Payload): Promise<void> {
  const register = registerOf(payload);
  await withdrawals(payload, {});
  await nominations(payload, {
    or: [{ closedOn: { exists: true } }, { id: { in: register.all('nomination').map(({ key }) => key) } }],
  });
  await copies(payload);
  await publications(payload, {});
  await corrections(payload, {});
}

const parts = { withdrawals, nominations, publications, corrections } as const;
type Part = keyof typeof parts;

/** Rows of a part; items are `<collection> <id>`. */
const sourceOf = (collection: Part, stamp: 'createdAt' | 'updatedAt'): Source => ({
  collection,
  stamp,
  select: {},
  items: (rows) => rows.map(({ id }) => `${collection} ${id}`),
  rounds: 100,
});

/**
 * The same by the minute, for rows that are new and a few others (`cms/store/follow`). Copies that have been taken back are
 * entered where their public record is written (`cms/publication/settle-recalls.ts`).
 */
export const feedMoved = (payload: Payload): Promise<void> =>
  follow(payload, {
    name: 'register',
    sources: [
      sourceOf('withdrawals', 'createdAt'),
      sourceOf('nominations', 'updatedAt'),
      sourceOf('corrections', 'createdAt'),
      sourceOf('publications', 'createdAt'),
    ],
    async settle(items) {
      const byPart = Map.groupBy(
        items.map((item) => item.split(' ')),
        ([collection]) => collection,
      );
      for (const [part, feed] of Object.entries(parts)) {
        const ids = (byPart.get(part) ?? []).map(([, id = '']) => id);
        if (ids.length > 0) await feed(payload, { id: { in: ids } });
      }
      return [];
    },
  });
