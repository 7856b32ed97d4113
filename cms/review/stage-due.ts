import type { Workdays } from '../../campaigns/calendar/workday.ts';
import type { CaseFile } from '../story/case-file.ts';
import type { DeskSettings } from './desk-settings.ts';
import { addWorkingHours } from './due.ts';

type Waiting = Pick<CaseFile, 'stage' | 'reviews' | 'round'>;

/** Since when the review of this stage waits: the act that brought the story there. Null when none waits. */
function waitingSince({ reviews, round, stage }: Waiting): Date | null {
  if (stage !== 'first' && stage !== 'second' && stage !== 'final') return null;
  // An urgent correction, too, brings a story to its first review; it ended the round before.
  const brought =
    reviews.findLast((r) =>
      stage === 'first'
        ? r.act === 'submit' && r.round === round
        : r.act === (stage === 'second' ? 'approve-first' : 'approve-second') && r.round === round,
    ) ?? (stage === 'first' ? reviews.findLast((r) => r.applied === true) : undefined);
  return brought ? new Date(brought.at) : null;
}

/** By when the waiting review should be done: so many working hours after it began to wait. */
export function stageDue(
  file: Waiting,
  settings: Pick<DeskSettings, 'hours' | 'workingHours'>,
  workdays: Pick<Workdays, 'isWorkday'>,
): Date | null {
  const since = waitingSince(file);
  if (!since || (file.stage !== 'first' && file.stage !== 'second' && file.stage !== 'final')) return null;
  return addWorkingHours(since, settings.hours[file.stage], settings.workingHours, workdays);
}

/** By when the secrecy check should be done: so many working hours after the story was handed in. */
export function secrecyDue(
  file: Waiting,
  settings: Pick<DeskSettings, 'hours' | 'workingHours'>,
  workdays: Pick<Workdays, 'isWorkday'>,
): Date | null {
  const since = waitingSince({ ...file, stage: 'first' });
  return since && addWorkingHours(since, settings.hours.secrecy, settings.workingHours, workdays);
}
