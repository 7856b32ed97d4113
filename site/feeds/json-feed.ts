import type { Story } from '../../cms/read/nouns.ts';
import { absolute } from './absolute.ts';
import type { FeedHead } from './rss.ts';

/** JSON Feed 1.1 (jsonfeed.org/version/1.1): ids are strings, dates RFC 3339. */
export function jsonFeed(head: FeedHead, stories: Story[]): object {
  const { siteUrl } = head;
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: head.title,
    description: head.description,
    home_page_url: siteUrl + head.pagePath,
    feed_url: siteUrl + head.feedPath,
    language: 'zh-CN',
    items: stories.map((story) => ({
      id: siteUrl + story.path,
      url: siteUrl + story.path,
      title: story.title,
      summary: story.summary,
      content_html: absolute(story.whole, siteUrl),
      date_published: story.publishedAt,
      date_modified: story.updatedAt,
      authors: [{ name: story.author }],
      tags: [story.column.name ?? [], story.kindName, ...story.tags].flat(),
      ...(story.picture ? { image: absolute(`src="${story.picture.src}"`, siteUrl).slice(5, -1) } : {}),
    })),
  };
}
