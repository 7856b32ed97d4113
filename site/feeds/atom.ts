import type { PublicNotice } from '../../cms/read/notice.ts';
import type { Story } from '../../cms/read/nouns.ts';
import { absolute } from './absolute.ts';
import { lastChange } from './newest.ts';
import type { FeedHead } from './rss.ts';
import { escapeXml } from '../words/escape.ts';

/**
 * Atom (RFC 4287) with the full text, and a tombstone (RFC 6721) for each story that was withdrawn, so that readers take
 * it out again. An entry's id is the story's address; `updated` is its latest sign-off or correction.
 */
export function atomFeed(head: FeedHead, stories: Story[], withdrawals: PublicNotice[]): string {
  const { siteUrl } = head;
  const self = siteUrl + head.feedPath;
  const updated =
    [lastChange(stories), ...withdrawals.map(({ at }) => at)]
      .filter((at) => at !== null)
      .sort((a, b) => Date.parse(b) - Date.parse(a))[0] ?? '2000-01-01T00:00:00+08:00';
  const entries = stories.map(
    (story) =>
      `<entry><id>${siteUrl}${story.path}</id><title>${escapeXml(story.title)}</title>` +
      `<link rel="alternate" type="text/html" href="${siteUrl}${story.path}"/><published>${story.publishedAt}</published><updated>${story.updatedAt}</updated>` +
      `<author><name>${escapeXml(story.author)}</name></author>${categoryOf(story)}` +
      `<rights>${escapeXml(story.source)}</rights><summary>${escapeXml(story.summary)}</summary>` +
      `<content type="html">${escapeXml(absolute(story.whole, siteUrl))}</content></entry>`,
  );
  const gone = withdrawals.map(
    ({ path, at, text }) =>
      `<at:deleted-entry ref="${siteUrl}${path}" when="${at}"><at:comment>${escapeXml(text || '已撤回')}</at:comment></at:deleted-entry>`,
  );
  return (
    `<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0" xml:lang="zh-CN">` +
    `<id>${self}</id><title>${escapeXml(head.title)}</title><subtitle>${escapeXml(head.description)}</subtitle>` +
    `<link rel="self" type="application/atom+xml" href="${self}"/><link rel="alternate" type="text/html" href="${siteUrl}${head.pagePath}"/>` +
    `<updated>${updated}</updated>${entries.join('')}${gone.join('')}</feed>`
  );
}

const categoryOf = ({ column: { name, slug } }: Story): string =>
  name === null ? '' : `<category term="${escapeXml(slug)}" label="${escapeXml(name)}"/>`;
