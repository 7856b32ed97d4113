import type { Payload, Where } from 'payload';
import { readable } from '../../campaigns/bulkhead/each.ts';
import type { MisfirePolicy } from '../../campaigns/ports/delivery.ts';
import { idOf } from '../database/id-of.ts';
import type { DailyPost as DailyRow } from '../payload-types.ts';
import { fingerprint } from '../words/canonical.ts';
import {
  cancelledDoor,
  confirmedDoor,
  dailyChannelsDoor,
  dailyWritersDoor,
  declinedDoor,
  ownWordsDoor,
  type DailyWriter,
  type OwnWords,
} from './doors.ts';

/** What is asked for: which story, where, when, and in which words. */
export interface DailyOrder {
  storyId: string;
  channels: string[];
  at: Date;
  words: OwnWords[];
  festive: boolean;
  misfire: MisfirePolicy;
  /** Minutes. */
  misfireWindow: number;
}

/** A post without a campaign as it stands in its row. */
export interface DailyPost extends DailyOrder {
  id: string;
  /** The story's title when it was asked for. */
  title: string;
  /** Fingerprint of what is asked for: whoever decides names what they have seen. */
  wording: string;
  isCancelled: boolean;
  writers: DailyWriter[];
  confirmed: ReturnType<typeof confirmedDoor.need>;
  declined: ReturnType<typeof declinedDoor.need>;
  cancelled: ReturnType<typeof cancelledDoor.need>;
}

const byChannel = (a: OwnWords, b: OwnWords) => (a.channel < b.channel ? -1 : 1);

/** The same as long as the same is asked for, in whichever order it was ticked. */
export const wordingOf = ({ at, channels, festive, misfire, misfireWindow, storyId, words }: DailyOrder): string =>
  fingerprint({
    storyId,
    channels: channels.toSorted(),
    at: at.toISOString(),
    words: words.toSorted(byChannel),
    festive,
    misfire,
    misfireWindow,
  });

/** @throws UnfitColumn or RangeError where the row cannot be read */
export function dailyPostOf(row: DailyRow): DailyPost {
  const at = new Date(row.at);
  if (Number.isNaN(at.getTime())) throw new RangeError('日常推送的时间读不出来。');
  return {
    id: row.id,
    title: row.title,
    storyId: idOf(row.story) ?? '',
    channels: dailyChannelsDoor.need(row.channels),
    at,
    words: ownWordsDoor.need(row.words),
    festive: row.festive ?? false,
    misfire: row.misfire,
    misfireWindow: row.misfireWindow,
    wording: row.wording,
    isCancelled: row.state === 'cancelled',
    writers: dailyWritersDoor.need(row.writers),
    confirmed: confirmedDoor.need(row.confirmed),
    declined: declinedDoor.need(row.declined),
    cancelled: cancelledDoor.need(row.cancelled),
  };
}

/** Posts without a campaign that match, earliest first; one that cannot be read is told as stuck and left out. */
export async function readDailyPosts(payload: Payload, where: Where): Promise<DailyPost[]> {
  const { docs } = await payload.find({ collection: 'daily-posts', where, depth: 0, pagination: false, sort: 'at' });
  return readable(docs, ({ id, title }) => [`daily-post ${id}`, `日常推送《${title}》`], dailyPostOf);
}

/** All between two instants, those that were cancelled too. */
export const allBetween = (from: Date, to: Date): Where => ({
  and: [{ at: { greater_than_equal: from.toISOString() } }, { at: { less_than_equal: to.toISOString() } }],
});

/** Those that somebody still wants, between two instants. */
export const openBetween = (from: Date, to: Date): Where => ({
  and: [{ state: { equals: 'open' } }, allBetween(from, to)],
});
