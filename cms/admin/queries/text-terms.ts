import type { Payload } from 'payload';
import { addDays, civilDay, instantOf } from '../../../campaigns/calendar/civil-day.ts';
import type { WaitingText } from '../../desk/texts/waiting.ts';
import { contentOf } from '../../content/content.ts';

/** By when a second person must have agreed: copies must be put right in so many working days of a correction's entry (`content/recall.yaml`). Null for what no copy waits for. */
export async function textTerms(payload: Payload): Promise<(text: WaitingText) => Date | null> {
  const [{ workingDays }, workdays] = await Promise.all([
    contentOf(payload).recallTerms(),
    contentOf(payload).workdays(),
  ]);
  return ({ since, subject }) =>
    subject === 'corrections' ? instantOf(addDays(workdays.addWorkingDays(civilDay(since), workingDays).day, 1)) : null;
}
