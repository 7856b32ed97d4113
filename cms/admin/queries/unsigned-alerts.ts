import type { Payload } from 'payload';
import { readUnsigned, type Unsigned } from '../../ops/unsigned.ts';
import { dailyId } from '../../../campaigns/planner/daily.ts';
import { pushHref } from '../../daily/push-href.ts';
import { nearMoment } from '../../words/words.ts';
import type { Alert } from './alerts.ts';

/** Posts that will not go out, or have not, because nobody has signed their story; those past their minute first. */
export const unsignedAlerts = async (payload: Payload, now: Date): Promise<Alert[]> =>
  (await readUnsigned(payload, now))
    // A post without a story, and a campaign or a push that nobody has confirmed, are told of weeks ahead already, until its minute.
    .filter(({ confirmed, missed, storyId, waits }) => missed || (confirmed && storyId !== null && !waits))
    .sort((a, b) => Number(b.missed) - Number(a.missed))
    .map((row) => alertOf(row, now));

function alertOf(
  { campaign, campaignId, confirmed, missed, plannedAt, postId, storyId, title, waits, why }: Unsigned,
  now: Date,
): Alert {
  const isDaily = campaignId === dailyId;
  const what = missed
    ? `“${campaign}”排在${nearMoment(plannedAt, now)}的《${title}》到点没有发：${why}。`
    : `“${campaign}”排在${nearMoment(plannedAt, now)}的《${title}》，${why}，到点不会发出。`;
  return {
    id: `unsigned-${postId}`,
    shape: missed ? 'refused' : 'person',
    word: missed ? '到点没有发' : '等签发',
    what,
    advice: isDaily
      ? waits
        ? '还要发就改个时间、请人确认；不发了就取消这一条。'
        : missed
          ? '还要发就签发稿件，再给这一条改个时间、请人确认；不发了就取消这一条。'
          : '请在那之前完成终审签发，或取消这一条。'
      : !confirmed
        ? '还要发就由没有写过活动的终审人确认它，并给这条排期改个时间；不发了就删去这一条。'
        : missed
          ? '还要发就签发稿件并给这条排期改个时间；不发了就删去这一条。'
          : '请在那之前完成终审签发，或换一篇已签发的稿件，或改期。',
    button: isDaily ? '看这一条' : !confirmed ? '看活动' : storyId ? '看稿件' : '选稿件',
    href: isDaily
      ? pushHref(postId)
      : !confirmed
        ? `/admin/collections/campaigns/${campaignId}`
        : storyId
          ? `/admin/collections/stories/${storyId}`
          : `/admin/collections/posts/${postId}`,
  };
}
