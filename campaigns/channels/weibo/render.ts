import { dayInWords } from '../../calendar/civil-day.ts';
import type { Release } from '../../ports/release.ts';
import { aiMark } from '../shared/ai-mark.ts';
import { hanziWeight } from '../shared/text-length.ts';

// The rule is 140 汉字 with a URL counting 10, but the latter is uncertain (channels.md §2): a longer URL is counted in
// full, and a little is left over.
const limit = 138;
const urlWeight = 10;

/** The link that the post carries: on the app's safe domain, path and query kept (they hold the delivery id). */
export function safeLink(link: string, safeDomain: string): string {
  const url = new URL(link);
  const safe = new URL(`https://${safeDomain}`);
  if (url.hostname === safe.hostname || url.hostname.endsWith(`.${safe.hostname}`)) return link;
  return `${safe.origin}${url.pathname}${url.search}${url.hash}`;
}

/** What a post is made of. All else of a release has no room in it; the link leads there. */
export type WeiboStory = Pick<Release, 'title' | 'summary' | 'corrections' | 'correcting'> &
  Partial<Pick<Release, 'cover'>>;

/** Said in full: neither a correction nor the mark of a picture that a machine made must be what gives way. */
function said({ correcting, corrections, cover }: WeiboStory): string {
  const last = corrections?.at(-1);
  const corrected = [last?.date ? `${dayInWords(last.date)}有更正` : '', correcting ? '有内容正在更正' : ''].filter(
    Boolean,
  );
  return (corrected.length > 0 ? `（${corrected.join('，')}，见全文）` : '') + (cover?.aigc ? `（${aiMark}）` : '');
}

/** `【title】summary link`, within the limit; the summary gives way first. `#` would make a topic, so it goes. */
export function renderWeibo(release: WeiboStory, link: string): string {
  const tail = `${said(release)} ${link}`;
  const room = limit - hanziWeight(said(release)) - Math.max(hanziWeight(` ${link}`), urlWeight + 0.5);
  const title = oneLine(release.title);
  const summary = oneLine(release.summary);
  return fit(title ? `【${title}】${summary}` : summary, room) + tail;
}

/** How many 汉字 the whole text would take without shortening. */
export const fullWeight = (release: WeiboStory, linkWeight: number): number =>
  hanziWeight(`【${oneLine(release.title)}】${oneLine(release.summary)}${said(release)} `) +
  Math.max(linkWeight, urlWeight);

export const weiboLimit = limit;

function fit(text: string, room: number): string {
  if (hanziWeight(text) <= room) return text;
  let kept = '';
  let weight = hanziWeight('…');
  for (const char of text) {
    weight += hanziWeight(char);
    if (weight > room) break;
    kept += char;
  }
  return `${kept}…`;
}

const oneLine = (text: string): string => text.replace(/[#＃]/g, '').replace(/\s+/g, ' ').trim().toWellFormed();
