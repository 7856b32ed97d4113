import { z } from 'zod';
import { civilDay, partsOf } from '../../../campaigns/calendar/civil-day.ts';

const schema = z.string().regex(/^(20\d\d)-(0[1-9]|1[0-2])$/);

/** The month asked for by `?month=2026-06`; anything else is this month (Asia/Shanghai). */
export function readMonth(param: string | string[] | undefined, now: Date): { year: number; month: number } {
  const parsed = schema.safeParse(param);
  const { year, month } = partsOf(parsed.success ? `${parsed.data}-01` : civilDay(now));
  return { year, month };
}
