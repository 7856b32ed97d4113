import type { Reader } from '../../cms/read/reader.ts';
import type { PublicNotice } from '../../cms/read/notice.ts';
import { type Story, tag } from '../../cms/read/nouns.ts';
import { dateTime } from '../words/date.ts';
import { newest } from './newest.ts';
import type { FeedHead } from './rss.ts';

/** How many withdrawals a feed still tells of. */
const remembered = 50;

/** A newsroom must see before when it may not print a story; readers of the site are not concerned. */
const withEmbargo = (story: Story): Story =>
  story.embargo ? { ...story, title: `【不得早于${dateTime(story.embargo)}刊发】${story.title}` } : story;

/** What newspapers, broadcasters and news sites subscribe to: the newest stories whole, and what has been withdrawn. */
export async function pressFeed(
  reader: Reader,
  feedPath: string,
): Promise<{ head: FeedHead; stories: Story[]; withdrawals: PublicNotice[]; tags: string[] }> {
  const [region, columns, stories, notices] = await Promise.all([
    reader.region(),
    reader.columns(),
    newest(reader),
    reader.notices(),
  ]);
  const withdrawals = notices
    .filter(({ kind, path }) => kind === 'withdrawal' && path.startsWith('/s/'))
    .slice(0, remembered);
  return {
    head: {
      title: `${region.siteName}：媒体供稿`,
      description: '全文供新闻单位采用，刊发请注明来源；撤回的稿件请一并撤下。',
      siteUrl: reader.siteUrl(),
      feedPath,
      pagePath: '/',
    },
    // Print cannot be taken back: what may be repaired tomorrow is not offered to it (G21).
    stories: stories.filter(({ namesSomebody }) => !namesSomebody).map(withEmbargo),
    withdrawals,
    // Whatever is published or withdrawn changes its column.
    tags: [
      tag.region,
      ...columns.map(({ slug }) => tag.column(slug)),
      ...stories.map(({ serial }) => tag.story(serial)),
      ...stories.flatMap(({ embargo }) => (embargo ? [tag.until(embargo)] : [])),
    ],
  };
}
