import { civilDay } from '../calendar/civil-day.ts';
import { inHourWith } from './in-hour-with.ts';
import type { Booking, QuotaRule } from './quota.ts';

/** What is left of one rule of a platform's quota. */
export interface Room extends QuotaRule {
  /** How many more fit; never below 0. */
  left: number;
}

/** How many more copies a channel takes at an instant, by each of its platform's rules, beside what is booked on it. Pure. */
export function roomAt(booked: readonly Booking[], rules: readonly QuotaRule[], at: Date): Room[] {
  const day = civilDay(at);
  const used: Record<QuotaRule['per'], () => number> = {
    hour: () => fullestHour(booked, at),
    day: () => booked.filter((one) => civilDay(one.at) === day).length,
    month: () => booked.filter((one) => civilDay(one.at).slice(0, 7) === day.slice(0, 7)).length,
  };
  return rules.map(({ per, limit }) => ({ per, limit, left: Math.max(0, limit - used[per]()) }));
}

/** Of all sixty minutes in which `at` lies, those with the most: how many they hold. */
function fullestHour(booked: readonly Booking[], at: Date): number {
  const near = booked.filter((one) => inHourWith(one.at, at)).map((one) => one.at);
  const starts = [...near.filter((one) => one <= at), at];
  return starts.reduce(
    (most, start) => Math.max(most, near.filter((one) => one >= start && inHourWith(start, one)).length),
    0,
  );
}
