import type { Release } from '../../ports/release.ts';
import type { PackSource } from './source.ts';
import { dayInWords } from '../../calendar/civil-day.ts';
import { aiMark } from '../shared/ai-mark.ts';
import { chineseDate, kindName, shownAddress } from './source.ts';

/** Every fixed word on paper, in one place: the type case is filled from here. */
export const scan = '扫一扫，看全文';
export const pageNumber = (page: number, pages: number): string => `${page}／${pages}`;

/** Paper with room for the beginning only says when the story was last corrected; the sheets with all of it say how. */
const correctedOn = ({ correcting, corrections }: Pick<Release, 'corrections' | 'correcting'>): string => {
  const last = corrections?.at(-1);
  return `${last ? `，${dayInWords(last.date)}有更正` : ''}${correcting ? '，有内容正在更正' : ''}`;
};

/** The line at a poster's foot. */
export const footnote = ({ release }: PackSource): string =>
  `第${release.version}版${correctedOn(release)}。更正与撤回以网页为准；扫码看到“已撤回”的，请撕下本海报。`;

/** The same on a screen. */
export const screenNote = (release: Pick<Release, 'version' | 'corrections' | 'correcting'>): string =>
  `第${release.version}版${correctedOn(release)}。更正与撤回以网页为准，接到撤下通知请立即停播。`;

// Letters, digits and marks that may come from anywhere; they cost next to nothing.
const always = `${Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('')}　，。、；：！？“”‘’（）《》…—·／`;

/** Everything that may be printed from a source. */
export function printedWords(source: PackSource): string {
  const { release, link, masthead, issuer } = source;
  return [
    masthead,
    issuer,
    release.title,
    release.summary,
    release.text,
    release.html.replace(/<[^>]*>/g, ''),
    release.cover?.caption,
    ...release.images.map((image) => image.caption),
    kindName(release),
    chineseDate(release.signedAt),
    shownAddress(link),
    scan,
    aiMark,
    footnote(source),
    screenNote(release),
    always,
  ].join('');
}
