import type { Payload } from 'payload';
import type { Clock } from '../../../campaigns/ports/clock.ts';
import type { Content } from '../../content/content.ts';
import type { Standing } from '../../store/standing.ts';

/** What one reading needs: the rows, and what of them may be shown at this moment. */
export interface Reading {
  payload: Payload;
  standing: Standing;
}

/** What the reader is made of. */
export interface ReaderSource {
  payload: Payload;
  clock: Clock;
  /** True when pushes go to emulators. */
  demo: boolean;
  /** Public base URL without a trailing slash. */
  siteUrl: string;
  /** Other files than those of the CMS's own installation. */
  content?: Content;
}
