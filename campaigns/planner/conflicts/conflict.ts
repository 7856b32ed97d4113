import type { CivilDay } from '../../calendar/civil-day.ts';
import type { Shown } from '../showing.ts';

/** What the finders need of a post that is planned; also of one whose story nobody has signed yet. */
export interface DatedPost {
  id: string;
  /** For people: the story's title. */
  title: string;
  campaignId: string;
  campaignTitle: string;
  channels: readonly string[];
  at: Date;
  festive: boolean;
  /** How long its story may be shown; absent: from its signing on. */
  shown?: Shown;
  /** Channels on which it is over: out, being sent, refused, skipped. */
  done: ReadonlySet<string>;
  /** Of these, the ones on which it has gone out (or may have): they take of the platform's quota. */
  out: ReadonlySet<string>;
}

type ConflictKind = 'overbooked' | 'quiet' | 'embargo' | 'same-hour' | 'press-hours' | 'unconfirmed' | 'two-dates';

/** Something in the plan that only a person can decide. Nothing is stopped by it, except where the sentence says so. */
export interface Conflict {
  kind: ConflictKind;
  /** The same as long as the matter is the same. */
  id: string;
  /** When it comes to matter, Asia/Shanghai. */
  day: CivilDay;
  /** One or two Chinese sentences: what, when, and what to do. */
  message: string;
  /** The post to be moved, where moving one would end it. */
  postId: string | null;
  /** The occasion to be confirmed, where that would end it. */
  occasion: string | null;
}
