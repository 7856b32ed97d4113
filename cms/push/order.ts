import { z } from 'zod';
import { instantOf, isCivilDay } from '../../campaigns/calendar/civil-day.ts';
import { misfirePolicies } from '../../campaigns/ports/delivery.ts';
import { cleanLine } from '../words/clean-line.ts';
import type { DailyOrder } from '../daily/daily-post.ts';

const badDay = '日期不对：请写成 2026-06-14 这样，并且真有这一天。';
const badTime = '时刻不对：请写成 09:00 这样的 24 小时制时分。';
const day = z.string({ error: badDay }).trim().refine(isCivilDay, badDay);
const time = z
  .string({ error: badTime })
  .trim()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, badTime);
const rowId = (what: string) =>
  z
    .string({ error: `请写明${what}。` })
    .min(1, `请写明${what}。`)
    .max(64, `没有这个${what}。`);
const channel = z.string({ error: '渠道不对：请从列表里选。' }).min(1).max(60, '没有这个渠道：请从列表里选。');
/** A push is for a few readers on a phone; the longest place for it has fewer. */
const longest = 300;
const tooLong = `自己写的话最多${longest}字，请缩短。`;
const badWindow = '补发时限不对：请写 0 到 43200 之间的分钟数。';

const asked = {
  story: rowId('稿件'),
  channels: z.array(channel, { error: '请选渠道。' }).max(50, '渠道太多，请核对。'),
  words: z
    .array(
      z.strictObject(
        { channel, text: z.string().transform(cleanLine).pipe(z.string().max(longest, tooLong)) },
        { error: '自己写的话不对，请核对。' },
      ),
    )
    .max(50, '渠道太多，请核对。')
    .default([]),
  festive: z.boolean({ error: '“节庆内容”只能是 true 或 false。' }).default(false),
  misfire: z.enum(misfirePolicies, { error: '“错过时”请从列表里选。' }).default('late'),
  misfireWindow: z.number({ error: badWindow }).int(badWindow).min(0, badWindow).max(43_200, badWindow).default(180),
};
const unknownField = '推送只收 story、channels、day、time、words、festive、misfire、misfireWindow，请核对。';

/** What is asked for, whole. */
export const orderSchema = z.strictObject({ ...asked, day, time }, { error: unknownField });
/** The same while somebody is still choosing: without a day and a time the next good slot is meant. */
export const choosingSchema = z.strictObject(
  { ...asked, day: day.optional(), time: time.optional(), post: rowId('日常推送').optional() },
  { error: unknownField },
);
export type Choosing = z.output<typeof choosingSchema>;

/** As it is kept: each channel once, words only where there are some and only for channels that are asked for. */
export function orderOf(sent: Omit<z.output<typeof orderSchema>, 'day' | 'time'>, at: Date): DailyOrder {
  const channels = [...new Set(sent.channels)].sort();
  const words = new Map(sent.words.filter(({ text }) => text !== '').map(({ channel: id, text }) => [id, text]));
  return {
    storyId: sent.story,
    channels,
    at,
    words: channels.flatMap((id) => (words.has(id) ? [{ channel: id, text: words.get(id) ?? '' }] : [])),
    festive: sent.festive,
    misfire: sent.misfire,
    misfireWindow: sent.misfireWindow,
  };
}

export const instantAsked = (sent: { day: string; time: string }): Date => instantOf(sent.day, sent.time);
