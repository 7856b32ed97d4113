import { z } from 'zod';
import { listDoor } from '../columns/list-door.ts';
import { valueDoor } from '../columns/value-door.ts';

/** `daily-posts.channels`: ids of the accounts. */
export const dailyChannelsDoor = listDoor('dailyChannels', { label: '渠道', entry: z.string() });

const ownWords = z.object({ channel: z.string(), text: z.string() });
/** What a push says on one channel in place of the story's summary. */
export type OwnWords = z.infer<typeof ownWords>;
/** `daily-posts.words`: own words, one entry a channel. */
export const ownWordsDoor = listDoor('dailyWords', { label: '自己写的话', entry: ownWords, optional: true });

const writer = z.object({ id: z.string(), name: z.string(), signer: z.boolean(), at: z.iso.datetime() });
/** Who asked for a push or changed it, as they were then. */
export type DailyWriter = z.infer<typeof writer>;
/** `daily-posts.writers`: everybody who has asked or changed since somebody last confirmed it, the latest last. */
export const dailyWritersDoor = listDoor('dailyWriters', { label: '提出人', entry: writer });

const said = z.object({ wording: z.string(), by: z.string(), name: z.string(), at: z.iso.datetime() });
/**
 * `daily-posts.confirmed`: what a second person confirmed, whole: own words go out from here. `asked`: when it had last
 * been asked for or changed by then, so that the same wording, left and come back to, is asked for anew.
 */
export const confirmedDoor = valueDoor('dailyConfirmed', {
  label: '第二人的确认',
  schema: said.extend({ asked: z.iso.datetime().optional(), release: z.string(), words: z.array(ownWords) }).nullable(),
  absent: null,
});
/** `daily-posts.declined`: what a second person did not confirm, and why. */
export const declinedDoor = valueDoor('dailyDeclined', {
  label: '第二人的不同意',
  schema: said.extend({ reason: z.string() }).nullable(),
  absent: null,
});
/** `daily-posts.cancelled`: who took it off the plan, and why. */
export const cancelledDoor = valueDoor('dailyCancelled', {
  label: '取消',
  schema: said.omit({ wording: true }).extend({ reason: z.string() }).nullable(),
  absent: null,
});
