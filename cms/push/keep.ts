import type { Payload } from 'payload';
import { v7 as uuid } from 'uuid';
import { instantText } from '../../campaigns/calendar/civil-day.ts';
import type { Person } from '../access/person.ts';
import { wordingOf, type DailyOrder, type DailyPost } from '../daily/daily-post.ts';
import { dailyChannelsDoor, dailyWritersDoor, ownWordsDoor, type DailyWriter } from '../daily/doors.ts';
import { isConfirmedAsAsked } from '../daily/standing.ts';
import { insertRow, isTaken } from '../database/insert-once.ts';
import { fingerprint } from '../words/canonical.ts';

/** Story, minute and channels: two of these that are wanted at once are one. */
const keyOf = ({ at, channels, storyId }: DailyOrder) =>
  fingerprint([storyId, instantText(at), ...channels.toSorted()]);

export const writerOf = ({ id, name, roles }: Person, at: Date): DailyWriter => ({
  id,
  name,
  signer: roles.includes('signer'),
  at: at.toISOString(),
});

const columnsOf = (order: DailyOrder, title: string, writers: DailyWriter[]) => ({
  key: keyOf(order),
  title,
  channels: dailyChannelsDoor.write(order.channels),
  at: order.at.toISOString(),
  words: ownWordsDoor.write(order.words),
  festive: order.festive,
  misfire: order.misfire,
  misfireWindow: order.misfireWindow,
  wording: wordingOf(order),
  writers: dailyWritersDoor.write(writers),
});

/** @returns its id; null: the very same is wanted already */
export async function insertDailyPost(
  { db }: Pick<Payload, 'db'>,
  order: DailyOrder,
  { now, title, writer }: { title: string; writer: DailyWriter; now: Date },
): Promise<string | null> {
  const id = uuid();
  const at = now.toISOString();
  const data = { id, ...columnsOf(order, title, [writer]), story: order.storyId, state: 'open' };
  return (await insertRow(db, 'daily-posts', 'key', { ...data, createdAt: at, updatedAt: at })) ? id : null;
}

/** What has become of a write: `moved`, somebody was quicker; `taken`, the very same is wanted already. */
export type Kept = 'kept' | 'moved' | 'taken';

/**
 * Writes to a row as it was seen, in one statement: of two at once, one is told that it has moved on.
 * @param seen the wording that whoever decides has before them
 */
export async function updateDailyPost(
  { db }: Pick<Payload, 'db'>,
  { id, seen }: { id: string; seen: string },
  data: Record<string, unknown>,
  now: Date,
): Promise<Kept> {
  try {
    const row = await db.updateOne({
      collection: 'daily-posts',
      where: { and: [{ id: { equals: id } }, { wording: { equals: seen } }, { state: { equals: 'open' } }] },
      data: { ...data, updatedAt: now.toISOString() },
      options: { atomic: true },
      select: { id: true },
    });
    return row ? 'kept' : 'moved';
  } catch (error) {
    if (isTaken(error, ['key'])) return 'taken';
    throw error;
  }
}

/** What is asked for now, by whom: those who had a hand in it since it was last confirmed, the latest last. */
export function changedColumns(before: DailyPost, order: DailyOrder, title: string, writer: DailyWriter) {
  const isNew = isConfirmedAsAsked(before);
  const rest = isNew ? [] : before.writers.filter(({ id }) => id !== writer.id);
  return columnsOf(order, title, [...rest, writer]);
}

/** A cancelled one frees its key: the same may be asked for again. */
export const freeKey = (id: string): string => `${id}#cancelled`;
