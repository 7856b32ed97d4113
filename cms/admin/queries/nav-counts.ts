import type { Payload } from 'payload';
import { civilDay, partsOf } from '../../../campaigns/calendar/civil-day.ts';
import { troubleStates } from '../../../campaigns/outbox/journal/standing.ts';
import type { Person } from '../../access/person.ts';
import { loadMyWork } from './my-work.ts';
import { loadYear } from '../../schedule/year.ts';

/** What the menu shows behind 今日 and 推送台账. */
export async function navCounts(
  payload: Payload,
  person: Person,
  now: Date,
): Promise<{ today: number; ledger: number }> {
  const occasions = await loadYear(payload, partsOf(civilDay(now)).year);
  const [groups, trouble] = await Promise.all([
    loadMyWork(payload, { person, now, campaigns: [], occasions }),
    payload.count({
      collection: 'deliveries',
      where: {
        or: [
          { recall: { equals: 'person' } },
          { and: [{ state: { in: [...troubleStates] } }, { recall: { exists: false } }] },
        ],
      },
    }),
  ]);
  return { today: groups.reduce((sum, { tasks }) => sum + tasks.length, 0), ledger: trouble.totalDocs };
}
