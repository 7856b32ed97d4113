import Rss from 'rss';
import type { Picture, Story } from '../../cms/read/nouns.ts';
import { absolute } from './absolute.ts';
import { mendRss } from './mend-rss.ts';
import { lastChange } from './newest.ts';

export interface FeedHead {
  title: string;
  description: string;
  /** Public base URL without a trailing slash. */
  siteUrl: string;
  /** Path of the feed and of the page that it stands for. */
  feedPath: string;
  pagePath: string;
}

/**
 * RSS 2.0 with the full text (`content:encoded`). The guid is the story's address, which never changes.
 * @param pictures also names each story's picture (Media RSS), for newsrooms
 */
export function rssFeed(head: FeedHead, stories: Story[], { pictures = false } = {}): string {
  const { siteUrl } = head;
  const changed = lastChange(stories);
  const feed = new Rss({
    title: head.title,
    description: head.description,
    feed_url: siteUrl + head.feedPath,
    site_url: siteUrl + head.pagePath,
    language: 'zh-CN',
    ttl: 60,
    generator: head.title,
    ...(pictures ? { custom_namespaces: { media: 'http://search.yahoo.com/mrss/' } } : {}),
    ...(changed ? { pubDate: new Date(changed) } : {}),
  });
  for (const story of stories) {
    feed.item({
      title: story.title,
      description: story.summary,
      url: siteUrl + story.path,
      guid: siteUrl + story.path,
      date: new Date(story.publishedAt),
      author: story.author,
      categories: [story.column.name ?? [], story.kindName, ...story.tags].flat(),
      custom_elements: [
        { 'content:encoded': { _cdata: absolute(story.whole, siteUrl) } },
        // The publication date never changes; when the words last did, readers learn from this.
        { 'atom:updated': story.updatedAt },
        ...(pictures && story.picture ? [mediaContent(story.picture, siteUrl)] : []),
      ],
    });
  }
  // The feed changes only when its stories do.
  return mendRss(feed.xml(), changed ? new Date(changed) : null);
}

function mediaContent({ src, width, height, alt, caption }: Picture, siteUrl: string): object {
  return {
    'media:content': [
      { _attr: { url: src.startsWith('/') ? siteUrl + src : src, medium: 'image', width, height } },
      { 'media:description': caption ?? alt },
    ],
  };
}
