import { civilDay, wallTime } from '../calendar/civil-day.ts';

/** What a platform takes of one account; days and months by China's clock, an hour is any sixty minutes. */
export interface QuotaRule {
  per: 'hour' | 'day' | 'month';
  limit: number;
}

export interface ChannelQuota {
  channel: string;
  /** Chinese name for people. */
  name: string;
  rules: readonly QuotaRule[];
}

/** One copy that takes of a quota. */
export interface Booking {
  postId: string;
  channel: string;
  at: Date;
}

export interface Overbooked {
  channel: string;
  per: QuotaRule['per'];
  /** `2026-06-14 09:30` (first of the hour), `2026-06-14` or `2026-06`, Asia/Shanghai. */
  period: string;
  limit: number;
  /** Every post of that time, earliest first; those after the first `limit` are too many. */
  posts: string[];
  /** One Chinese sentence: what, when, and how to mend it. */
  message: string;
}

/**
 * Where more is booked than a platform takes, so that staff can move posts weeks ahead instead of meeting the refusal on
 * the day. Times that lie wholly in the past are left out. Rules: /content/channels, from the platforms' contracts.
 */
export function overbooked(bookings: readonly Booking[], quotas: readonly ChannelQuota[], now: Date): Overbooked[] {
  return quotas.flatMap(({ channel, name, rules }) => {
    const own = bookings.filter((b) => b.channel === channel).sort((a, b) => a.at.getTime() - b.at.getTime());
    return rules.flatMap(({ per, limit }) =>
      groups(own, per, limit)
        .filter(({ rows }) => rows.length > limit && rows.some(({ at }) => at >= now))
        .map(({ period, rows }) => ({
          channel,
          per,
          period,
          limit,
          posts: rows.map(({ postId }) => postId),
          message: `${name}${wording[per](period)}排了 ${rows.length} 条，平台只收 ${limit} 条：请把其中 ${rows.length - limit} 条改到别的${other[per]}。`,
        })),
    );
  });
}

const wording: Record<QuotaRule['per'], (period: string) => string> = {
  hour: (period) => `在 ${period} 起的一小时内`,
  day: (period) => `在 ${period} `,
  month: (period) => `在 ${period.slice(0, 4)} 年 ${Number(period.slice(5))} 月`,
};
const other: Record<QuotaRule['per'], string> = { hour: '时间', day: '日子', month: '月份' };

interface Group {
  period: string;
  rows: Booking[];
}

function groups(own: readonly Booking[], per: QuotaRule['per'], limit: number): Group[] {
  if (per === 'hour') return crowdedHours(own, limit);
  const key = ({ at }: Booking) => civilDay(at).slice(0, per === 'day' ? 10 : 7);
  return [...Map.groupBy(own, key)].map(([period, rows]) => ({ period, rows }));
}

const hourMs = 3_600_000;

/** Hours that begin with a post and hold too many; none overlaps the one before, so that a crowd is told once. */
function crowdedHours(own: readonly Booking[], limit: number): Group[] {
  const found: Group[] = [];
  for (let i = 0; i < own.length; i += 1) {
    const first = own[i]!;
    const next = own.findIndex(({ at }, n) => n > i && at.getTime() >= first.at.getTime() + hourMs);
    const rows = own.slice(i, next === -1 ? own.length : next);
    if (rows.length <= limit) continue;
    found.push({ period: `${civilDay(first.at)} ${wallTime(first.at)}`, rows });
    i += rows.length - 1;
  }
  return found;
}
