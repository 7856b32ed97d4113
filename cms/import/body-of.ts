import type { CivilDay } from '../../campaigns/calendar/civil-day.ts';
import type { Reading } from '../rich-text/from-html/read.ts';
import { settle } from '../rich-text/from-html/settle.ts';
import type { RichNode } from '../rich-text/node.ts';
import { takeByline } from './byline.ts';
import type { OldPicture } from './old-story.ts';
import { takeTitle } from './take-title.ts';

export interface OldBody {
  title: string;
  source: string | null;
  author: string | null;
  publishedOn: CivilDay | null;
  blocks: RichNode[];
  pictures: OldPicture[];
  notes: string[];
}

/**
 * What was read, parted into title, by-line and text.
 * @param stated the title that metadata names, null when nothing does
 * @param fallback the title when the text has none either
 */
export function bodyOf(reading: Reading, stated: string | null, fallback: string): OldBody {
  const { title, blocks } = takeTitle(reading.blocks, stated, fallback);
  const { blocks: kept, lines, ...byline } = takeByline(blocks);
  const settled = settle(reading.blocks, kept);
  const pictures = reading.pictures.map(({ alt, caption, ref, title: pointed }) => ({
    ref,
    bytes: null,
    alt,
    caption: caption ?? pointed,
  }));
  const moved = lines.map(
    (line) => `署名行“${line.slice(0, 120)}”没有留在正文里：来源、作者、日期已填入各栏，其余的需要请补写。`,
  );
  return { title, ...byline, blocks: settled.blocks, pictures, notes: [...moved, ...settled.notes] };
}
