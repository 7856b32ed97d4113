import { z } from 'zod';
import { instantOf, minuteInstant } from '../../campaigns/calendar/civil-day.ts';
import type { Showing } from '../release/showing.ts';

/** A minute by China's clock as a form sends it, `2027-03-15T09:00`; null or empty: none. */
const minute = (name: string) =>
  z
    .string({ error: `${name}请写成 2027-03-15T09:00 这样的日子和时分。` })
    .refine((text) => text === '' || minuteInstant(text) !== null, `${name}请写成 2027-03-15T09:00 这样的日子和时分。`)
    .transform((text) => minuteInstant(text))
    .nullable()
    .optional();

/** 上线时间 as it is sent: null, at once, or for ever; not sent, as the version that waits has it, if one does. */
export type AskedShowing = { [K in keyof Showing]: Showing[K] | undefined };

/** What a signer sends of it. */
export const showingShape = { showFrom: minute('定时上线'), showUntil: minute('定时下线') };

/** What must hold besides the form. */
export interface ShowingFacts {
  now: Date;
  /** Nobody outside has seen anything of the story yet. */
  unseen: boolean;
  /** The day on which a period of the law ends it. */
  periodEnd: string | null;
}

const longest = 366 * 86_400_000;

/** One Chinese sentence about why a story cannot be shown so; null when it can. Pure. */
export function showingProblem({ from, until }: Showing, { now, periodEnd, unseen }: ShowingFacts): string | null {
  if (from && !unseen)
    return '这篇稿件已经公开过，新的一版签发后马上换上，不能定时上线：请选“立即上线”，或到那天再签发。';
  if (from && from <= now) return '定时上线的时间已经过去：请选以后的时间，或选“立即上线”。';
  if (from && from.getTime() - now.getTime() > longest) return '定时上线最多定到一年以后：请核对年份。';
  if (until && until <= now) return '定时下线的时间已经过去：请选以后的时间，或不填。';
  if (from && until && until <= from) return '定时下线要在定时上线之后：请核对两个时间。';
  if (from && periodEnd && from >= instantOf(periodEnd))
    return '到定时上线的时间，公示期已经满了，不能再指名：请改早些，或改成不指名的稿件。';
  return null;
}
