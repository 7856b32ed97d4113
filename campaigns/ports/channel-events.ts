import type { Progress } from './delivery.ts';

/** Something that a platform has told by itself, kept for whoever looks next. */
export interface ChannelEvent {
  /** The same for every repetition of the same event, and for no other; the channel and its account are part of it. */
  key: string;
  /** What it speaks of, in the channel's own words, e.g. `wechat:wx123:publish:22`. */
  subject: string;
  /** When the platform made it. */
  at: Date;
  receivedAt: Date;
  /** One Chinese sentence for people. */
  note: string;
  /** What the channel read out of it. */
  data: Progress;
}

/**
 * The inbox of callbacks. It only remembers: an event never acts by itself, a look finds it (level-triggered, so early,
 * lost, doubled and reordered ones are all the same). Two processes share it through the database.
 */
export interface ChannelEvents {
  /** Keeps one event; false when one with this key is kept already (then nothing changes). */
  add(event: ChannelEvent): Promise<boolean>;
  /** All that is known of one subject, in the order in which it was received. */
  about(subject: string): Promise<ChannelEvent[]>;
  /** Everything received at or after that instant, in the order in which it was. */
  since(at: Date): Promise<ChannelEvent[]>;
}
