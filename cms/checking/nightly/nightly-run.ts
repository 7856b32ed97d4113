import type { Payload } from 'payload';
import { v7 as uuidv7 } from 'uuid';
import { addDays, civilDay, instantOf, type CivilDay } from '../../../campaigns/calendar/civil-day.ts';
import { insertRow } from '../../database/insert-once.ts';
import { keptRun } from '../../store/kept-run.ts';
import { nightlyFindingsDoor } from './nightly-finding.ts';
import type { PatrolReport } from './patrol.ts';

/** Under which what got stuck in the last night is kept; a run that a person asks for counts as one. */
export const nightRun = 'nightly';

/** A run that has told nothing for so long has died with its process. */
const patienceMs = 30 * 60_000;

/** The night that must have been checked by `now`: today's from its hour on, until then yesterday's. */
export function dueNight(now: Date, at: string): CivilDay {
  const today = civilDay(now);
  return now >= instantOf(today, at) ? today : addDays(today, -1);
}

/**
 * Checks the night that is due, once among any number of processes: who inserts the day's key does it; a run that was cut
 * off is taken up under the next number. Level-triggered: after a standstill the last night is made up for, older ones are not.
 * @param again a person asks for one more run of the same night
 * @returns the report, or null when there was nothing to do
 */
export async function runNight(
  payload: Payload,
  now: Date,
  at: string,
  look: () => Promise<PatrolReport>,
  again = false,
): Promise<PatrolReport | null> {
  const key = await claim(payload, dueNight(now, at), now, again);
  if (key === null) return null;
  const report = await keptRun(payload, nightRun, look);
  const count = (level: 'block' | 'warn') => report.findings.filter((finding) => finding.level === level).length;
  await payload.update({
    collection: 'check-runs',
    where: { key: { equals: key } },
    depth: 0,
    data: {
      finishedAt: now.toISOString(),
      checked: report.checked,
      blocked: count('block'),
      warned: count('warn'),
      lexicons: report.editions.join('\n'),
      findings: nightlyFindingsDoor.write(report.findings),
    },
  });
  return report;
}

/** Runs of one night are called by its day, then `<day>/2` and so on; a range, so that an index answers. */
async function claim(payload: Payload, night: CivilDay, now: Date, again: boolean): Promise<string | null> {
  const { docs } = await payload.find({
    collection: 'check-runs',
    where: {
      and: [
        { kind: { equals: 'nightly' } },
        { or: [{ key: { equals: night } }, { key: { greater_than: `${night}/`, less_than: `${night}0` } }] },
      ],
    },
    depth: 0,
    pagination: false,
    select: { startedAt: true, finishedAt: true },
  });
  if (docs.some(({ finishedAt }) => finishedAt) && !again) return null;
  if (
    docs.some(({ finishedAt, startedAt }) => !finishedAt && now.getTime() - new Date(startedAt).getTime() < patienceMs)
  )
    return null;
  const key = docs.length === 0 ? night : `${night}/${docs.length + 1}`;
  return (await insertRow(payload.db, 'check-runs', 'key', {
    id: uuidv7(),
    key,
    kind: 'nightly',
    startedAt: now.toISOString(),
  }))
    ? key
    : null;
}
