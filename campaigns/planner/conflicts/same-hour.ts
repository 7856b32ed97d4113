import { civilDay, monthDay, wallTime } from '../../calendar/civil-day.ts';
import type { Conflict, DatedPost } from './conflict.ts';

const hourMs = 3_600_000;

/**
 * Two campaigns that speak on one channel within the same sixty minutes: readers see only one of them. Posts of one
 * campaign may stand close, that is somebody's intention. Each post is told of once a channel, with its nearest neighbour.
 */
export function sameHourConflicts(
  posts: readonly DatedPost[],
  channelNames: ReadonlyMap<string, string>,
  now: Date,
): Conflict[] {
  const channels = new Set(posts.flatMap((post) => post.channels));
  return [...channels].flatMap((channel) => {
    const coming = posts
      .filter((post) => post.at >= now && post.channels.includes(channel) && !post.done.has(channel))
      .sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1));
    return coming.flatMap((later, i) => {
      const earlier = coming
        .slice(0, i)
        .findLast((post) => post.campaignId !== later.campaignId && later.at.getTime() - post.at.getTime() < hourMs);
      return earlier ? [conflictOf(earlier, later, channel, channelNames.get(channel) ?? channel)] : [];
    });
  });
}

function conflictOf(earlier: DatedPost, later: DatedPost, channel: string, name: string): Conflict {
  const named = ({ at, campaignTitle, title }: DatedPost) => `${wallTime(at)}“${campaignTitle}”的《${title}》`;
  return {
    kind: 'same-hour',
    id: `same-hour:${channel}:${earlier.id}:${later.id}`,
    day: civilDay(later.at),
    message: `${monthDay(civilDay(earlier.at))}${name}一小时内有${earlier.campaignTitle === later.campaignTitle ? '两条推送' : '两个活动'}：${named(earlier)}和 ${named(later)}。请错开一条。`,
    postId: later.id,
    occasion: null,
  };
}
