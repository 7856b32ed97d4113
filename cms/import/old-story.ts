import type { CivilDay } from '../../campaigns/calendar/civil-day.ts';
import type { RichNode } from '../rich-text/node.ts';

/** A picture of an old file: where it lies beside the file, or its bytes when it was inside. */
export interface OldPicture {
  /** As the file writes it; for people and for looking it up. */
  ref: string;
  bytes: Uint8Array | null;
  alt: string;
  caption: string | null;
}

/** What a converter got out of a file. Nothing here is shortened or judged yet. */
export interface OldStory {
  title: string;
  summary: string | null;
  /** 原发布日期 (Asia/Shanghai), as the file says. */
  publishedOn: CivilDay | null;
  source: string | null;
  sourceUrl: string | null;
  author: string | null;
  tags: string[];
  /** Pictures stand in it as `upload` nodes whose value is `old:<index>` of `pictures`. */
  blocks: RichNode[];
  pictures: OldPicture[];
  /** What the person who goes on with it must know: sentences. */
  notes: string[];
}

/** Why a file cannot become a story: one Chinese sentence. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused';
}
