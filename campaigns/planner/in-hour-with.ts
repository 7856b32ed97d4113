const hourMs = 3_600_000;

/** Whether two instants lie within the same sixty minutes. */
export const inHourWith = (one: Date, other: Date): boolean => Math.abs(one.getTime() - other.getTime()) < hourMs;
