import { type CivilDay, civilDay, moment, monthDay } from '../../calendar/civil-day.ts';
import { outsideShowing } from '../showing.ts';
import { overbooked, type ChannelQuota, type Overbooked } from '../quota.ts';
import { bookingsOf } from './bookings.ts';
import type { DatedPost } from './conflict.ts';

export interface MoveQuestion {
  post: DatedPost;
  /** Where to. */
  to: Date;
  now: Date;
  /** All posts that take of the same quotas, this one among them or not. */
  others: readonly DatedPost[];
  quotas: readonly ChannelQuota[];
  quietDays: ReadonlySet<CivilDay>;
  /** The campaign's phases, days inclusive. */
  phases: readonly { name: string; start: CivilDay; end: CivilDay }[];
}

/** `message`: why not, in one sentence. `warnings`: what to know of a move that is allowed, one sentence each. */
export type MoveVerdict = { ok: true; warnings: string[] } | { ok: false; message: string };

const no = (message: string): MoveVerdict => ({ ok: false, message });

/** May this post be moved to that minute? Pure; the first reason against it is told. */
export function judgeMove({ post, to, now, others, quotas, quietDays, phases }: MoveQuestion): MoveVerdict {
  const nameOf = (channel: string) => quotas.find((quota) => quota.channel === channel)?.name ?? channel;
  const day = civilDay(to);
  const gone = post.channels.filter((channel) => post.out.has(channel));
  if (gone.length > 0)
    return no(`这一条已经在${gone.map(nameOf).join('、')}发出，或者正在发，不能再改期；要再发一次，请新排一条。`);
  if (post.channels.every((channel) => post.done.has(channel)))
    return no('这一条已经处理完了，改期不起作用；要再发，请新排一条。');
  if (to.getTime() === post.at.getTime()) return no('时间没有变：请选另外的日子或时刻。');
  if (to < now) return no(`${moment(to)} 已经过去了：请选现在以后的时间。`);
  if (post.festive && quietDays.has(day))
    return no(`${monthDay(day)}是静默日，不发节庆内容：请换一天，或先取消它的“节庆内容”。`);
  const held = post.shown ? outsideShowing(to, post.shown) : null;
  if (held) return no(held);
  const worse = crowding({ post, to, now, others, quotas });
  if (worse) return no(worse.message);
  const phase = phases.find(({ start, end }) => start <= day && day <= end);
  return {
    ok: true,
    warnings:
      phase || phases.length === 0
        ? []
        : [
            `${monthDay(day)}不在这个活动的任何一个阶段里（${phases.map(({ name, start, end }) => `${name} ${monthDay(start)}—${monthDay(end)}`).join('，')}）。`,
          ],
  };
}

/** The quota that the move would break, or break further; one that is broken already is no reason to stay. */
function crowding({
  post,
  to,
  now,
  others,
  quotas,
}: Pick<MoveQuestion, 'post' | 'to' | 'now' | 'others' | 'quotas'>): Overbooked | null {
  const rest = others.filter(({ id }) => id !== post.id);
  const bookedAt = (at: Date) => overbooked(bookingsOf([...rest, { ...post, at }]), quotas, now);
  const before = new Map(bookedAt(post.at).map((over) => [keyOf(over), over.posts.length]));
  return (
    bookedAt(to).find((over) => over.posts.includes(post.id) && over.posts.length > (before.get(keyOf(over)) ?? 0)) ??
    null
  );
}

const keyOf = ({ channel, per, period }: Overbooked) => `${channel}:${per}:${period}`;
