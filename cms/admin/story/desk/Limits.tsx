import type { Count } from '../../../../campaigns/channels/shared/count.ts';
import type { StoryPreview } from '../../../preview/preview-story.ts';

/** How much of each channel's room is used; over the limit it says so in words. */
export function Limits({ preview: { press, site, wechat, weibo } }: { preview: StoryPreview }) {
  const rows: [string, string, Count][] = [
    ['标题', '网站、微信', wechat.counts.title],
    ['摘要', '网站', site.counts.summary],
    ['正文', '微信', wechat.counts.content],
    ['标题＋摘要＋链接', '微博', weibo.count],
  ];
  return (
    <table className="cx-desk__limits">
      <caption className="cx-hidden">各渠道字数</caption>
      <tbody>
        {rows.map(([name, where, { limit, unit, used }]) => (
          <tr className={used > limit ? 'cx-red' : undefined} key={name}>
            <th scope="row">
              {name}
              <small>{where}</small>
            </th>
            <td>
              {used}/{limit}
              {unit}
              {used > limit && `，多${used - limit}`}
            </td>
          </tr>
        ))}
        <tr>
          <th scope="row">
            正文<small>报纸</small>
          </th>
          <td>
            {press.characters}字，约{press.columns}栏
          </td>
        </tr>
      </tbody>
    </table>
  );
}
