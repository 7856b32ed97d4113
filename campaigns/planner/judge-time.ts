import { type CivilDay, civilDay, moment, monthDay, wallTime } from '../calendar/civil-day.ts';
import type { Workdays } from '../calendar/workday.ts';
import { bookingsOf } from './conflicts/bookings.ts';
import type { DatedPost } from './conflicts/conflict.ts';
import { pressHoursConflicts, type PressHours } from './conflicts/press-hours.ts';
import { inHourWith } from './in-hour-with.ts';
import type { ChannelQuota, QuotaRule } from './quota.ts';
import { roomAt } from './room.ts';
import { outsideShowing, type Shown } from './showing.ts';

/** All that the time of a post without a campaign depends on. */
export interface TimeQuestion {
  channels: readonly string[];
  festive: boolean;
  title: string;
  /** 定时上线 and 定时下线 of the story. */
  shown?: Shown;
  now: Date;
  /** Everything else that is planned or out. */
  others: readonly DatedPost[];
  quotas: readonly ChannelQuota[];
  quietDays: ReadonlySet<CivilDay>;
  pressHours: ReadonlyMap<string, PressHours>;
  workdays: Pick<Workdays, 'isWorkday'>;
}

/** `refusals`: why it cannot go out then. `warnings`: what to know of it. Chinese sentences. */
export interface TimeVerdict {
  refusals: string[];
  warnings: string[];
}

const periods: Record<QuotaRule['per'], (at: Date) => string> = {
  hour: (at) => `${moment(at)} 前后一小时内`,
  day: (at) => monthDay(civilDay(at)),
  month: (at) => `${Number(civilDay(at).slice(5, 7))}月`,
};

/** May a story go out on these channels at that instant? Pure. */
export function judgeTime(question: TimeQuestion, at: Date): TimeVerdict {
  const { channels, festive, now, others, quietDays, quotas } = question;
  const day = civilDay(at);
  const full = channels.flatMap((channel) => {
    const quota = quotas.find((one) => one.channel === channel);
    const booked = bookingsOf(others).filter((one) => one.channel === channel);
    return roomAt(booked, quota?.rules ?? [], at)
      .filter(({ left }) => left === 0)
      .map(
        ({ limit, per }) =>
          `${quota?.name ?? channel}${periods[per](at)}已经排满（平台只收 ${limit} 条）：请换个时间。`,
      );
  });
  const quiet = quietDays.has(day);
  const unseen = outsideShowing(at, question.shown ?? {});
  return {
    refusals: [
      ...(at <= now ? [`${moment(at)} 已经过去了：请选现在以后的时间。`] : []),
      ...(quiet && festive ? [`${monthDay(day)}是静默日，不发节庆内容：请换一天，或取消“节庆内容”。`] : []),
      ...(unseen ? [unseen] : []),
      ...full,
    ],
    warnings: [
      ...(quiet && !festive ? [`${monthDay(day)}是静默日：节庆、热闹的内容请换一天。`] : []),
      ...closeBy(question, at),
      ...pressed(question, at),
    ],
  };
}

/** What else is said on the same channel within the hour: readers see only one of them. */
const closeBy = ({ channels, others, quotas }: TimeQuestion, at: Date): string[] =>
  channels.flatMap((channel) => {
    const near = others.find(
      (post) =>
        inHourWith(post.at, at) &&
        post.channels.includes(channel) &&
        (!post.done.has(channel) || post.out.has(channel)),
    );
    const name = quotas.find((one) => one.channel === channel)?.name ?? channel;
    return near
      ? [`${name}一小时内还有一条：${wallTime(near.at)}“${near.campaignTitle}”的《${near.title}》，请尽量错开。`]
      : [];
  });

/** What comes too late for a newspaper's issue. */
const pressed = ({ channels, festive, now, pressHours, title, workdays }: TimeQuestion, at: Date): string[] =>
  pressHoursConflicts(
    [{ id: '', title, campaignId: '', campaignTitle: '', channels, at, festive, done: new Set(), out: new Set() }],
    pressHours,
    workdays,
    now,
  ).map(({ message }) => message);
