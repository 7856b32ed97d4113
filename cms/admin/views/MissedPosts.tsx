import { dailyId } from '../../../campaigns/planner/daily.ts';
import { pushHref } from '../../daily/push-href.ts';
import type { Unsigned } from '../../ops/unsigned.ts';
import { StateMark } from '../parts/Shape.tsx';
import { moment } from '../../words/words.ts';

/** Posts past their minute of which there is no copy to show: nothing was made, because no story was signed. */
export function MissedPosts({ names, posts }: { names: ReadonlyMap<string, string>; posts: Unsigned[] }) {
  if (posts.length === 0) return null;
  return (
    <ul aria-label="到点没有发" className="cx-alerts">
      {posts.map(({ campaign, campaignId, channels, plannedAt, postId, storyId, title, why }) => (
        <li key={postId}>
          <StateMark shape="refused" word="到点没有发" />
          <div>
            <p>
              {moment(plannedAt)} {channels.map((id) => names.get(id) ?? id).join('、')}《{title}》（{campaign}）
            </p>
            <p className="cx-quiet">到点没有发：{why}。</p>
          </div>
          <a
            className="cx-button"
            href={
              campaignId === dailyId
                ? pushHref(postId)
                : storyId
                  ? `/admin/collections/stories/${storyId}`
                  : `/admin/collections/posts/${postId}`
            }
          >
            {campaignId === dailyId ? '看这一条' : storyId ? '看稿件' : '选稿件'}
          </a>
        </li>
      ))}
    </ul>
  );
}
