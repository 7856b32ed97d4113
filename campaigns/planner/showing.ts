import { moment } from '../calendar/civil-day.ts';

/** How long a story may be shown; null or absent: no bound. */
export interface Shown {
  from?: Date | null;
  until?: Date | null;
}

/**
 * Why a story may not be sent at an instant, one Chinese sentence; null when it may. 定时上线 holds every channel together:
 * whoever reads it first reads it on the site.
 */
export function outsideShowing(at: Date, { from, until }: Shown): string | null {
  if (from && at < from)
    return `稿件定时 ${moment(from)} 上线，${moment(at)} 还不能发：请把这条改到上线之后，或请终审人改上线时间。`;
  if (until && at >= until)
    return `稿件定时 ${moment(until)} 下线，${moment(at)} 不再发：请把这条改到下线之前，或取消它。`;
  return null;
}
