import type { Payload } from 'payload';
import { each, onItsOwn } from '../../campaigns/bulkhead/each.ts';
import { whole } from '../../campaigns/bulkhead/whole.ts';
import { addDays, civilDay, instantOf } from '../../campaigns/calendar/civil-day.ts';
import type { Clock } from '../../campaigns/ports/clock.ts';
import { registerOf } from '../register/register-of.ts';
import { idOf } from '../database/id-of.ts';
import { follow } from '../store/follow/follow.ts';
import type { Source } from '../store/follow/source.ts';
import { contentOf } from '../content/content.ts';

/**
 * Personal papers go some days after a nomination was refused, taken offline or revoked (个人信息保护法 §47, gate G28);
 * the fingerprint and the day stay as evidence. Papers that nothing refers to go after the same time.
 * @returns how many papers went now
 */
export async function purgePapers(payload: Payload, clock: Clock): Promise<number> {
  const { purgeDays } = await contentOf(payload).nominationTerms();
  const today = civilDay(clock.now());
  const limit = addDays(today, -purgeDays);
  const { docs } = await payload.find({
    collection: 'nominations',
    depth: 0,
    pagination: false,
    where: {
      and: [
        { state: { in: ['refused', 'offline', 'revoked'] } },
        { closedOn: { less_than_equal: limit } },
        { 'consent.paper': { exists: true } },
      ],
    },
  });
  await each(
    docs,
    ({ id, name }) => [`nomination ${id}`, `“${name}”的同意书`],
    async ({ consent, id }) => {
      const paper = await payload.findByID({
        collection: 'papers',
        id: idOf(consent?.paper) ?? '',
        depth: 0,
        disableErrors: true,
      });
      if (paper) destroyed(payload, clock, paper.id);
      await payload.update({
        collection: 'nominations',
        id,
        depth: 0,
        context: { nominationJob: { now: clock.now() } },
        data: { consent: { ...consent, paper: null, paperSha256: paper?.sha256 ?? null, purgedOn: today } },
      });
    },
  );
  let gone = 0;
  await onItsOwn('papers', '没有人用的证明材料', async () => {
    gone = await purgeUnused(payload, clock, instantOf(limit).toISOString());
  });
  return gone;
}

/** Entered before it is done: a restored backup brings the paper back, and the law counts from the first day. */
const destroyed = (payload: Payload, clock: Clock, id: string): void =>
  registerOf(payload).add({
    kind: 'paper',
    key: id,
    at: clock.now().toISOString(),
    facts: { on: civilDay(clock.now()) },
  });

const papers: Source = {
  collection: 'papers',
  stamp: 'createdAt',
  select: {},
  items: (rows) => rows.map(({ id }) => id),
  rounds: 100,
};

/** A few each minute (`cms/store/follow`): nothing tells of a paper that nobody refers to any more, and its term counts in days. */
async function purgeUnused(payload: Payload, clock: Clock, before: string): Promise<number> {
  let gone = 0;
  await follow(payload, {
    name: 'unused-papers',
    sources: [papers],
    settle: async (ids) => {
      gone += await purgeUnusedOf(payload, clock, before, ids);
      return [];
    },
  });
  return gone;
}

async function purgeUnusedOf(payload: Payload, clock: Clock, before: string, ids: readonly string[]): Promise<number> {
  const { docs: old } = await payload.find({
    collection: 'papers',
    where: { and: [{ id: { in: [...ids] } }, { createdAt: { less_than: before } }] },
    depth: 0,
    pagination: false,
    select: { title: true },
  });
  if (old.length === 0) return 0;
  // One that cannot be read may be the one that holds a paper.
  const { docs: users } = await whole('查证明材料还有没有人用', () =>
    payload.find({
      collection: 'nominations',
      where: { 'consent.paper': { in: old.map(({ id }) => id) } },
      depth: 0,
      pagination: false,
      select: { consent: true },
    }),
  );
  const used = new Set(users.map(({ consent }) => idOf(consent?.paper)));
  const unused = old.filter(({ id }) => !used.has(id));
  const gone = await each(
    unused,
    ({ id, title }) => [`paper ${id}`, `材料“${title}”`],
    ({ id }) => {
      destroyed(payload, clock, id);
      return payload.delete({ collection: 'papers', id, context: { purgePapers: true } });
    },
  );
  return gone.length;
}
