import { civilDay, isCivilDay, type CivilDay } from '../../campaigns/calendar/civil-day.ts';
import { hasWords } from '../rich-text/from-html/block.ts';
import { plainLines } from '../rich-text/plain-lines.ts';
import type { RichNode } from '../rich-text/node.ts';

export interface Byline {
  source: string | null;
  author: string | null;
  publishedOn: CivilDay | null;
}

const instant = /(?<!\d)((?:19|20)\d{2}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2}(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})(?!\d)/i;

/**
 * 2020-01-02, 2020/1/2, 2020年1月2日, with a time behind it or not; a time that names its zone (`…Z`, `+09:00`) gives the day
 * that it was in Beijing. Null when there is no such day.
 */
export function dayIn(text: string | null | undefined): CivilDay | null {
  const [, date, minute, second = ':00', zone] = instant.exec(text ?? '') ?? [];
  const moment = date
    ? new Date(`${date}T${minute}${second}${zone!.toUpperCase().replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`)
    : null;
  if (moment && isCivilDay(date!) && !Number.isNaN(moment.getTime())) return civilDay(moment);
  const [, year, month, day] =
    /(?<!\d)((?:19|20)\d{2})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})/.exec(text ?? '') ?? [];
  if (!year || !month || !day) return null;
  const found = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCivilDay(found) ? found : null;
}

const value = (text: string, words: string): string | null =>
  new RegExp(`(?:${words})\\s*[:：]\\s*([^\\s｜|，,；;（）()【】]{1,40})`).exec(text)?.[1]?.trim() ?? null;
const edge = '[\\s｜|【】\\[\\]（）()]*';
const origin = '信息来源|文章来源|稿件来源|来源';
const issued = '发布时间|发布日期|发文日期';
const person = '作者|撰稿|记者|通讯员|编辑|责任编辑';
const other = '时间|日期|浏览次数|点击数|字号';
const facts = new RegExp(
  `^${edge}(?:(?:${origin}|${issued}|${person}|${other})\\s*[:：]\\s*(?:[^:：]|(?<=\\d)[:：](?=\\d)){0,40})+$`,
);
const day =
  '(?:19|20)\\d{2}\\s*[-/.年]\\s*\\d{1,2}\\s*[-/.月]\\s*\\d{1,2}日?(?:\\s*\\d{1,2}[:：]\\d{2}(?:[:：]\\d{2})?)?';
const dated = new RegExp(`^${edge}(?:${day}\\s*发布|发布于\\s*${day})${edge}$`);

/** Who wrote it, by himself; “记者：您好” begins an interview. */
const alone = new RegExp(`^${edge}(?:作者|撰稿|通讯员|责任编辑)\\s*[:：][^。！？，,:：]{1,20}$`);

/**
 * Whether a line is a by-line: it holds by-line facts alone, and among them one that only by-lines have (where the text came
 * from, when it was published, who wrote it and when). “时间：9月20日” by itself is when an event takes place; so is a line
 * that also says where.
 */
function isByline(text: string): boolean {
  if (dated.test(text)) return true;
  if (!facts.test(text)) return false;
  const names = (words: string) => new RegExp(`(?:${words})\\s*[:：]`).test(text);
  return (
    names(origin) ||
    names(issued) ||
    names('浏览次数|点击数|字号') ||
    (names(person) && names('时间|日期')) ||
    alone.test(text)
  );
}

/** Takes 来源、作者、日期 out of the short lines at the head of a text, where old pages printed them. `lines`: those taken out. */
export function takeByline(blocks: readonly RichNode[]): Byline & { blocks: RichNode[]; lines: string[] } {
  const found: Byline = { source: null, author: null, publishedOn: null };
  const lines: string[] = [];
  const kept = blocks.filter((node, i) => {
    const text =
      i < 5 && node.type === 'paragraph' ? (plainLines({ root: { type: 'root', children: [node] } })[0] ?? '') : '';
    if (text.length > 120 || !isByline(text)) return true;
    found.source ??= value(text, origin);
    found.author ??= value(text, '作者|撰稿|记者|通讯员');
    found.publishedOn ??= dayIn(text);
    lines.push(text);
    return false;
  });
  // A text that is nothing else is no by-line.
  return kept.some((node) => node.type !== 'paragraph' || hasWords(node))
    ? { ...found, blocks: kept, lines }
    : { source: null, author: null, publishedOn: null, blocks: [...blocks], lines: [] };
}
