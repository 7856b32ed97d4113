import type { Payload } from 'payload';
import type { Clock } from '../../../campaigns/ports/clock.ts';

/** What the reader is made of. */
export interface ReaderSource {
  payload: Payload;
  clock: Clock;
  /** True when pushes go to emulators. */
  demo: boolean;
  /** Public base URL without a trailing slash. */
  siteUrl: string;
  /** Which file of `content/region/` this city is; by default guangyuan. */
  city?: string;
}
