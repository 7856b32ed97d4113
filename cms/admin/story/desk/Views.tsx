import type { ChannelFinding } from '../../../../campaigns/channels/channel.ts';
import type { StoryPreview } from '../../../preview/preview-story.ts';

export const viewNames = { wechat: '微信', weibo: '微博', press: '报纸', site: '网站' } as const;
export type ViewName = keyof typeof viewNames;

/** A page that can do nothing: no scripts, no forms, no address of its own choice. */
const Frame = ({ html, title }: { html: string; title: string }) => (
  <iframe className="cx-frame" sandbox="allow-same-origin" srcDoc={html} title={title} />
);

/** One channel's view of the story, with what the channel says to it. */
export function View({ name, preview }: { name: ViewName; preview: StoryPreview }) {
  if (name === 'site') return <Frame html={preview.site.html} title="网站上的样子" />;
  if (name === 'wechat') {
    return (
      <>
        <p className="cx-quiet">
          {preview.wechat.account}　摘要：{preview.wechat.digest || '（还没有）'}
        </p>
        <Says findings={preview.wechat.findings} />
        <Frame html={preview.wechat.html} title="微信里的样子，手机宽度" />
      </>
    );
  }
  if (name === 'press') {
    const { characters, columns, findings, html, lines } = preview.press;
    return (
      <>
        <p className="cx-quiet">
          正文{characters}字；按每行12字约{lines}行、{columns}个基本栏，供版面编辑参考。
        </p>
        <Says findings={findings} />
        <Frame html={html} title="报纸版面示意" />
      </>
    );
  }
  return <WeiboCard weibo={preview.weibo} />;
}

function WeiboCard({
  weibo: { account, count, findings, pictureUrl, shortened, text },
}: {
  weibo: StoryPreview['weibo'];
}) {
  return (
    <>
      <p className={shortened ? 'cx-red' : 'cx-quiet'}>
        {count.used}/{count.limit}
        {count.unit}，链接算在内{shortened && '；太长，末尾会截去'}
      </p>
      <Says findings={findings} />
      <div className="cx-weibo">
        <p>
          <b>{account}</b>
          <small>刚刚　来自 微博</small>
        </p>
        <p className="cx-weibo__text">{text}</p>
        {pictureUrl ? <img alt="" src={pictureUrl} /> : <p className="cx-quiet">没有题图，只发文字。</p>}
      </div>
    </>
  );
}

const Says = ({ findings }: { findings: ChannelFinding[] }) =>
  findings.length === 0 ? null : (
    <ul className="cx-desk__says">
      {findings.map(({ level, message }) => (
        <li className={level === 'block' ? 'cx-red' : 'cx-amber'} key={message}>
          {level === 'block' ? '■ 不能发：' : '△ '}
          {message}
        </li>
      ))}
    </ul>
  );
