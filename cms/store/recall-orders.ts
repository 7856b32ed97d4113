import { inChunks } from '../../campaigns/lists/in-chunks.ts';
import type { Payload } from 'payload';
import { readable } from '../../campaigns/bulkhead/each.ts';
import { civilDay } from '../../campaigns/calendar/civil-day.ts';
import type { Workdays } from '../../campaigns/calendar/workday.ts';
import type { RecallOrders } from '../../campaigns/outbox/engine/recall/apply-recalls.ts';
import { orderId, type RecallOrder } from '../../campaigns/ports/recall.ts';
import { enteredCorrections } from '../release/corrected-state.ts';
import { idOf } from '../database/id-of.ts';
import { withdrawnMeanwhile } from '../release/publication-row.ts';
import type { RecallTerms } from '../content/recall-schema.ts';
import { publicRows } from '../texts/public-rows.ts';
import { append } from '../../campaigns/lists/append.ts';

export interface RecallSource {
  /** What must be done to the copies of each release, in the order of decision. */
  orders: RecallOrders;
  /** Release id → story id, of all releases of those stories. */
  stories: ReadonlyMap<string, string>;
  /** Stories with a correction that waits for a second person, whose page says that it is on its way, or that is not to be made after all. No copy is told of either. */
  correcting: ReadonlySet<string>;
}

const all = { depth: 0, pagination: false } as const;

/**
 * The withdrawals and corrections in force of these stories, by release. A decision about one version also concerns the
 * copies of all earlier versions of that story: they said the same before.
 * @param of ids of stories, as many as a database takes in one question
 */
export async function readRecallOrders(
  payload: Payload,
  terms: RecallTerms,
  workdays: Workdays,
  of: readonly string[],
): Promise<RecallSource> {
  const where = { story: { in: [...of] } };
  const [withdrawals, corrections] = await Promise.all([
    payload.find({ ...all, collection: 'withdrawals', where, sort: 'decidedAt' }),
    payload.find({ ...all, collection: 'corrections', where, sort: 'at' }),
  ]);
  // Copies are taken back at once; letters and sheets say why in words that two people stand for.
  const agreed = new Map(
    (await publicRows(payload, 'withdrawals', withdrawals.docs)).map(({ id, reason }) => [id, reason]),
  );
  const { agreed: put, waiting } = await enteredCorrections(payload, corrections.docs);
  // Counted from the first decision: what waits for a second person is no less urgent.
  const deadline = (at: string) => workdays.addWorkingDays(civilDay(new Date(at)), terms.workingDays).day;
  const decisions = [
    // One that cannot be read must not hold up the others: the law counts in hours.
    ...readable(
      withdrawals.docs,
      ({ id, reason }) => [`withdrawal ${id}`, `撤回记录“${reason}”`],
      ({ id, key, story, decidedAt }) => ({
        story: idOf(story) ?? '',
        release: key,
        order: {
          id: orderId('withdraw', id),
          kind: 'withdraw',
          reason: agreed.get(id) ?? withdrawnMeanwhile,
          at: new Date(decidedAt),
          deadline: deadline(decidedAt),
          correction: null,
        } satisfies RecallOrder,
      }),
    ),
    ...readable(
      put,
      ({ row: { id, right } }) => [`correction ${id}`, `更正记录“${right}”`],
      ({ row: { at, id, note, release, right, story, wrong }, since }) => ({
        story: idOf(story) ?? '',
        release: idOf(release) ?? '',
        order: {
          id: orderId('correct', id),
          kind: 'correct',
          reason: note || '原文有误，已经核实',
          at: new Date(since),
          deadline: deadline(at),
          correction: { wrong, right },
        } satisfies RecallOrder,
      }),
    ),
  ];
  const releases = await releasesOf(payload, [...new Set(decisions.map(({ story }) => story))]);
  const byStory = Map.groupBy(decisions, ({ story }) => story);
  const versions = new Map(releases.map(({ id, version }) => [id, version]));
  const orders = new Map<string, RecallOrder[]>();
  for (const { id, story, version } of releases) {
    const own = (byStory.get(story) ?? [])
      .filter(({ release }) => (versions.get(release) ?? 0) >= version)
      .map(({ order }) => order);
    // Of several withdrawals the first one stands: what is off already is not taken off again.
    const first = own.find(({ kind }) => kind === 'withdraw');
    const asked = own.filter((order) => order.kind === 'correct' || order === first);
    if (asked.length > 0)
      orders.set(
        id,
        asked.sort((a, b) => a.at.getTime() - b.at.getTime()),
      );
  }
  return {
    orders,
    stories: new Map(releases.map(({ id, story }) => [id, story])),
    correcting: new Set(
      [...waiting, ...corrections.docs.filter(({ refused }) => refused)].map(({ story }) => idOf(story) ?? ''),
    ),
  };
}

async function releasesOf(payload: Payload, stories: readonly string[]) {
  const found: { id: string; story: string; version: number }[] = [];
  for (const some of inChunks(stories)) {
    const { docs } = await payload.find({
      ...all,
      collection: 'releases',
      where: { story: { in: some } },
      sort: 'version',
      select: { story: true, version: true },
    });
    append(
      found,
      docs.map(({ id, story, version }) => ({ id, story: idOf(story) ?? '', version })),
    );
  }
  return found;
}
