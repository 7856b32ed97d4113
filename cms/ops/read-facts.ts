import type { Payload } from 'payload';
import type { Facts } from '../../campaigns/alarms/facts.ts';
import { onItsOwn, readable } from '../../campaigns/bulkhead/each.ts';
import { addDays, civilDay, dayOf, partsOf, wallTime, type CivilDay } from '../../campaigns/calendar/civil-day.ts';
import type { Workdays } from '../../campaigns/calendar/workday.ts';
import { plan } from '../../campaigns/planner/plan.ts';
import type { Clock } from '../../campaigns/ports/clock.ts';
import { createDeliveryStore } from '../store/payload-delivery-store.ts';
import { readPlannerInput } from '../schedule/planner-source.ts';
import { readUnsigned, type Unsigned } from './unsigned.ts';
import { readGauges } from './read-gauges.ts';
import { contentOf } from '../content/content.ts';

export interface FactsOptions {
  clock: Clock;
  watchingSince: Date;
  weiboTokenExpires: CivilDay | null;
  /** As with `readPlannerInput`. */
  holdStarter: boolean;
}

/** Deadlines of this month may reach into the next year; 国办 announces it in November at the latest. */
const tableAheadDays = 31;
/** What is planned weeks ahead need not be added up every minute. */
const overbookedForMs = 10 * 60_000;

/** Reads all that the alarm rules judge; keeps what is costly for a while. */
export function createFactReader(
  payload: Payload,
  { clock, watchingSince, weiboTokenExpires, holdStarter }: FactsOptions,
): () => Promise<Facts> {
  let known: { at: Date; messages: string[] } | null = null;
  const overbooked = async () => {
    const now = clock.now();
    if (!known || Math.abs(now.getTime() - known.at.getTime()) >= overbookedForMs)
      known = { at: now, messages: await overbookedAhead(payload, now, holdStarter) };
    return known.messages;
  };
  return async () => {
    const unread: string[] = [];
    // What cannot be read must not silence the rest.
    const own = async <T>(words: string, ask: () => Promise<T>, instead: T): Promise<T> => {
      let answer = instead;
      if (
        !(await onItsOwn(`alarms ${words}`, `告警要看的“${words}”`, async () => {
          answer = await ask();
        }))
      )
        unread.push(words);
      return answer;
    };
    return {
      gauges: await readGauges(payload, clock),
      watchingSince,
      overbooked: await own('平台限额', overbooked, []),
      unsigned: await own('还没有签发的排期', async () => unsignedFacts(await readUnsigned(payload, clock.now())), []),
      weiboTokenExpires,
      workdayTablesMissing: await own(
        '放假安排',
        async () => missingTables(await contentOf(payload).workdays(), clock.now()),
        [],
      ),
      unread,
    };
  };
}

const unsignedFacts = (found: readonly Unsigned[]): Facts['unsigned'] =>
  readable(
    // What only waits for its second person is that person's matter on 今日 until its minute.
    found.filter(({ missed, waits }) => missed || !waits),
    ({ postId, title }) => [`post ${postId}`, `排期上的《${title}》`],
    ({ campaign, missed, plannedAt, title, why }) => ({
      missed,
      text: `“${campaign}”${civilDay(plannedAt)} ${wallTime(plannedAt)} 的《${title}》${missed ? '到点没有发' : '到点不会发出'}：${why}。`,
    }),
  );

async function overbookedAhead(payload: Payload, now: Date, holdStarter: boolean): Promise<string[]> {
  const quotas = (await contentOf(payload).channels()).map(({ id, name, quota }) => ({
    channel: id,
    name,
    rules: quota ?? [],
  }));
  const input = await readPlannerInput(payload, createDeliveryStore(payload), now, { holdStarter });
  return plan({ ...input, quotas }).overbooked.map(({ message }) => message);
}

/** Years that are needed now or within a month and have no table. */
export function missingTables(workdays: Workdays, now: Date): number[] {
  const today = civilDay(now);
  const years = new Set([today, addDays(today, tableAheadDays)].map((day) => partsOf(day).year));
  return [...years].filter((year) => workdays.isWorkday(dayOf(year, 1, 1)) === null);
}
