import { inChunks } from '../../campaigns/lists/in-chunks.ts';
import type { CollectionSlug, Payload } from 'payload';
import { each } from '../../campaigns/bulkhead/each.ts';
import { gather, tellStuck } from '../../campaigns/bulkhead/stuck.ts';
import { civilDay, instantText } from '../../campaigns/calendar/civil-day.ts';
import type { Clock } from '../../campaigns/ports/clock.ts';
import { historyDoor, type NominationEvent } from '../nominations/history-door.ts';
import type { Nomination } from '../payload-types.ts';
import { movedAt } from '../nominations/nomination-entry.ts';
import { nominationStates, type NominationState } from '../nominations/state.ts';
import { entryKinds, type Entry, type EntryKind } from '../register/entry.ts';
import { registerOf } from '../register/register-of.ts';
import { withdrawnReason, withdrawnBy } from '../register/withdrawn.ts';
import { idOf } from '../database/id-of.ts';
import { publishStory } from '../publication/publish.ts';
import { insertOnce } from '../database/insert-once.ts';
import { endedRecalls } from '../register/ended-recall.ts';
import { append } from '../../campaigns/lists/append.ts';

/** Rows of a collection that these entries name by id, with what the register says of them. */
async function named<T extends { id: string }>(
  payload: Payload,
  entries: readonly Entry[],
  collection: CollectionSlug,
  select: Record<string, true>,
): Promise<{ row: T; entry: Entry }[]> {
  const said = new Map(entries.map((entry) => [entry.key, entry]));
  const { docs } = await payload.db.find<T>({
    collection,
    where: { id: { in: [...said.keys()] } },
    select,
    pagination: false,
    limit: 0,
  });
  return docs.map((row) => ({ row, entry: said.get(row.id)! }));
}

/** Copies whose recall has ended are not asked for again: the mark goes on before the decision does. */
async function copies(payload: Payload, entries: readonly Entry[]): Promise<void> {
  const back = await named<{ id: string; recall?: string | null }>(payload, entries, 'deliveries', { recall: true });
  await each(
    back.filter(({ row }) => !(endedRecalls as readonly string[]).includes(row.recall ?? '')),
    ({ row }) => [`delivery ${row.id}`, '一份副本'],
    ({ entry, row }) =>
      payload.db.updateOne({
        collection: 'deliveries',
        id: row.id,
        data: {
          recall: entry.facts.state,
          recallOrder: entry.facts.order,
          recallAt: entry.at,
          recallBy: null,
          nextAt: null,
        },
        returning: false,
      }),
  );
}

async function withdrawals(payload: Payload, clock: Clock, entries: readonly Entry[]): Promise<string[]> {
  const { docs } = await payload.db.find<{ id: string; key: string }>({
    collection: 'withdrawals',
    where: { key: { in: entries.map(({ key }) => key) } },
    select: { key: true },
    pagination: false,
    limit: 0,
  });
  const known = new Set(docs.map(({ key }) => key));
  const missing = entries.filter(({ key }) => !known.has(key));
  if (missing.length === 0) return [];
  const back = await named<{ id: string; title: string; story: string }>(payload, missing, 'releases', {
    title: true,
    story: true,
  });
  return each(
    back,
    ({ row }) => [`release ${row.id}`, `签发稿“${row.title}”`],
    async ({ entry, row }) => {
      const story = idOf(row.story) ?? '';
      const data = {
        ...(entry.facts.id ? { id: entry.facts.id } : {}),
        key: row.id,
        story,
        reason: withdrawnReason,
        decidedBy: withdrawnBy,
        decidedAt: entry.at,
      };
      await insertOnce(['key', 'id'], () => payload.create({ collection: 'withdrawals', data, depth: 0 }));
      const serial = await publishStory(payload, story, clock);
      return `《${row.title}》${serial === null ? '' : `（/s/${serial}）`}在${civilDay(new Date(entry.at))}撤回过，备份里又在线：已再次撤回。`;
    },
  );
}

async function nominations(payload: Payload, entries: readonly Entry[], now: Date): Promise<string[]> {
  const back = await named<Pick<Nomination, 'id' | 'name' | 'state' | 'history' | 'closedOn'>>(
    payload,
    entries,
    'nominations',
    { name: true, state: true, history: true, closedOn: true },
  );
  const name = ({ row }: (typeof back)[number]) => [`nomination ${row.id}`, `人选“${row.name}”`] as const;
  const behind = (
    await each(back, name, (one) =>
      one.entry.facts.state !== 'open' &&
      one.row.state !== one.entry.facts.state &&
      (movedAt(one.row.history) ?? '') < one.entry.at
        ? [one]
        : [],
    )
  ).flat();
  return each(behind, name, async ({ entry, row }) => {
    const state = entry.facts.state as NominationState;
    const event: NominationEvent = {
      at: instantText(new Date(entry.at)),
      by: withdrawnBy,
      byId: null,
      from: nominationStates[row.state],
      to: nominationStates[state],
      reason: `恢复旧备份以后按登记补记（${instantText(now)}）`,
    };
    await payload.db.updateOne({
      collection: 'nominations',
      id: row.id,
      data: { state, closedOn: entry.facts.on, history: historyDoor.write([...historyDoor.need(row.history), event]) },
      returning: false,
    });
    return `人选“${row.name}”在${entry.facts.on}已经是“${nominationStates[state]}”，备份里还不是：已改回。`;
  });
}

async function papers(payload: Payload, entries: readonly Entry[], now: Date): Promise<string[]> {
  const back = await named<{ id: string; sha256?: string | null }>(payload, entries, 'papers', { sha256: true });
  return each(
    back,
    ({ row }) => [`paper ${row.id}`, '一份证明材料'],
    async ({ entry, row }) => {
      const { docs } = await payload.find({
        collection: 'nominations',
        where: { 'consent.paper': { equals: row.id } },
        depth: 0,
        pagination: false,
      });
      for (const { consent, id } of docs) {
        await payload.update({
          collection: 'nominations',
          id,
          depth: 0,
          context: { nominationJob: { now } },
          data: {
            consent: {
              ...consent,
              paper: null,
              paperSha256: row.sha256 ?? null,
              purgedOn: entry.facts.on ?? civilDay(new Date(entry.at)),
            },
          },
        });
      }
      await payload.delete({ collection: 'papers', id: row.id, context: { purgePapers: true } });
      return `一份证明材料（${row.id.slice(0, 8)}）在${civilDay(new Date(entry.at))}销毁过，备份里又有：已再次销毁。`;
    },
  );
}

async function accounts(payload: Payload, entries: readonly Entry[]): Promise<string[]> {
  const back = await named<{ id: string; name: string }>(payload, entries, 'users', { name: true });
  return each(
    back,
    ({ row }) => [`user ${row.id}`, `账号“${row.name}”`],
    async ({ entry, row }) => {
      await payload.delete({ collection: 'users', id: row.id });
      return `账号“${row.name}”在${civilDay(new Date(entry.at))}删除过，备份里又有：已再次删除。`;
    },
  );
}

export interface Applied {
  /** What was done, one Chinese sentence each; empty when the database agrees with the register. */
  done: string[];
  /** Entries among which something got stuck, to be looked at again. */
  open: Entry[];
}

/**
 * Ends again what had been ended before an older copy of the database came back: whatever the register says and the
 * database does not. Level-triggered; at every start before anything is served, after a restore, and by the minute.
 */
export async function applyEntries(payload: Payload, clock: Clock, entries: readonly Entry[]): Promise<Applied> {
  const now = clock.now();
  const parts: [EntryKind, (some: readonly Entry[]) => Promise<string[] | void>][] = [
    ['recall', (some) => copies(payload, some)],
    ['withdrawal', (some) => withdrawals(payload, clock, some)],
    ['nomination', (some) => nominations(payload, some, now)],
    ['paper', (some) => papers(payload, some, now)],
    ['account', (some) => accounts(payload, some)],
  ];
  const applied: Applied = { done: [], open: [] };
  for (const [kind, end] of parts) {
    const own = entries.filter((entry) => entry.kind === kind);
    for (const some of inChunks(own)) {
      const { stuck, value } = await gather(() =>
        each(
          [some],
          () => [`register ${kind}`, `登记里的“${entryKinds[kind]}”`],
          async () => (await end(some)) ?? [],
        ),
      );
      for (const { error, item, title } of stuck) tellStuck(item, title, new Error(error));
      append(applied.done, value.flat());
      if (stuck.length > 0) append(applied.open, some);
    }
  }
  return applied;
}

/** The same for all that is in the register. @returns what was done, one Chinese sentence each */
export const applyRegister = async (payload: Payload, clock: Clock): Promise<string[]> => {
  const register = registerOf(payload);
  return (
    await applyEntries(
      payload,
      clock,
      (Object.keys(entryKinds) as EntryKind[]).flatMap((kind) => register.all(kind)),
    )
  ).done;
};
