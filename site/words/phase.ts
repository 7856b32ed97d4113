import type { Phase } from '../../cms/read/campaign.ts';
import { daysBetween, shortDate } from './date.ts';

export type PhaseState = 'past' | 'now' | 'next';

/** Where a phase stands on a civil day; both ends inclusive. */
export function phaseState(phase: Phase, today: string): PhaseState {
  if (phase.end < today) return 'past';
  return phase.start > today ? 'next' : 'now';
}

/** “6月7日起” for what began or will begin, “今天” now, “6月21日前” for the last one still to come. */
export function phaseWhen(phase: Phase, today: string, last: boolean): string {
  const state = phaseState(phase, today);
  if (state === 'now') return phase.start === phase.end ? '今天' : `今天，第${daysBetween(phase.start, today) + 1}天`;
  return state === 'next' && last ? `${shortDate(phase.end)}前` : `${shortDate(phase.start)}起`;
}
