import type { CivilDay } from '../calendar/civil-day.ts';
import type { Gauges } from '../outbox/journal/gauges.ts';

/** All that the rules judge, read by whoever has the database. */
export interface Facts {
  gauges: Gauges;
  /** When this watch began: a scheduler that has never run is silent from then on. */
  watchingSince: Date;
  /** One Chinese sentence for each time ahead for which more is planned than a platform takes. */
  overbooked: readonly string[];
  /** One Chinese sentence for each post that will not go out, or has not, for want of a signed story. */
  unsigned: readonly { missed: boolean; text: string }[];
  /** Last day (Asia/Shanghai) of the Weibo token; null when nobody has entered it. */
  weiboTokenExpires: CivilDay | null;
  /** Years whose table of working days is needed by now and missing. */
  workdayTablesMissing: readonly number[];
  /** What could not be read this time, in words for people: of it nothing is known, so nothing of it has ended. */
  unread: readonly string[];
}

/** From when on an outcome that nobody knows is somebody's business; set by the operator. */
export interface Thresholds {
  unknownMinutes: number;
}
