// China has kept UTC+8 without summer time since 1991, so a fixed shift is exact for every day we handle.
const shift = 8 * 3_600_000;
const day = 24 * 3_600_000;

/** Civil day in Asia/Shanghai, `YYYY-MM-DD`. */
export const shanghaiDay = (at: Date): string => new Date(at.getTime() + shift).toISOString().slice(0, 10);

/** Wall clock in Asia/Shanghai, `YYYY-MM-DD HH:mm`. */
export const shanghaiMinute = (at: Date): string =>
  new Date(at.getTime() + shift).toISOString().slice(0, 16).replace('T', ' ');

/** Milliseconds from `at` to the next 00:00 in Asia/Shanghai; platform quotas reset then. */
export const untilMidnight = (at: Date): number => day - ((at.getTime() + shift) % day);

/** Milliseconds from `at` to the next full hour. */
export const untilNextHour = (at: Date): number => 3_600_000 - (at.getTime() % 3_600_000);
