import { civilDay } from '../../campaigns/calendar/civil-day.ts';
import { loadWorkdays } from '../../campaigns/calendar/load-workdays.ts';
import type { NominationRules } from './lacking.ts';
import { loadNominationTerms } from './load-terms.ts';

/** The rules as they stand on the day of `now` (Asia/Shanghai). */
export async function nominationRules(now: Date): Promise<NominationRules> {
  const [terms, workdays] = await Promise.all([loadNominationTerms(), loadWorkdays()]);
  return { today: civilDay(now), terms, workdays };
}
