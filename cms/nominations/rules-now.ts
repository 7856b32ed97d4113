import type { Payload } from 'payload';
import { civilDay } from '../../campaigns/calendar/civil-day.ts';
import type { NominationRules } from './lacking.ts';
import { contentOf } from '../content/content.ts';

/** The rules as they stand on the day of `now` (Asia/Shanghai). */
export async function nominationRules(payload: Payload, now: Date): Promise<NominationRules> {
  const [terms, workdays] = await Promise.all([contentOf(payload).nominationTerms(), contentOf(payload).workdays()]);
  return { today: civilDay(now), terms, workdays };
}
