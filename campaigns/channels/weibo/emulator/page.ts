import { escapeHtml } from '../../shared/escape-html.ts';
import { panelPage } from '../../emulator/panel.ts';
import type { Switch } from '../../emulator/switches.ts';
import { deliveryIdOf } from '../../shared/correlation.ts';
import { minuteText } from '../../../calendar/civil-day.ts';
import { linksIn, type PostRow, type WeiboState } from './share.ts';

/** `GET /`: the account's timeline as a phone shows it, newest first, its ledger, and what may go wrong. */
export function timelinePage(state: WeiboState, switches: Switch[]): string {
  const posts = state.posts.entries().toReversed();
  const cards = posts.filter(([, post]) => !post.deleted).map(([id, post]) => card(id, post));
  const rows = posts.map(([id, post]) => ({
    at: minuteText(new Date(post.at)),
    title: /^【(.+?)】/.exec(post.text)?.[1] ?? post.text.slice(0, 30),
    href: `#${id}`,
    state: post.deleted ? '已删除' : '已发布',
    deliveryId:
      linksIn(post.text)
        .map(deliveryIdOf)
        .find((d) => d !== null) ?? null,
  }));
  const phone = `<div class="wall"><p class="bar">微博（模拟）</p>${cards.join('') || '<p class="gone">还没有发过微博。</p>'}</div>`;
  return panelPage({ platform: '微博', phone, phoneStyle: style, rows, switches });
}

function card(id: string, post: PostRow): string {
  const text = linksIn(post.text).reduce((html, link) => {
    const safe = escapeHtml(link);
    return html.replace(safe, `<a href="${safe}">网页链接</a>`);
  }, escapeHtml(post.text));
  const picture = post.mime ? `<img src="/pictures/${id}" alt="配图">` : '';
  return `<article class="post" id="${id}"><p class="who"><i>信</i><b>官方微博（模拟）</b><small>${minuteText(new Date(post.at))}</small></p>
<p class="words">${text}</p>${picture}<p class="acts"><span>转发</span><span>评论</span><span>赞</span></p></article>`;
}

const style = `
.wall { padding-bottom: 24px; font-size: 16px; } .wall p { margin: 0; }
.wall .bar { position: sticky; top: 0; padding: 12px; text-align: center; font-size: 17px; background: #fff; border-bottom: 1px solid #e6e6e6; }
.post { margin: 8px 0 0; padding: 14px 14px 0; background: #fff; } .post:target { box-shadow: inset 3px 0 #b3261e; }
.who { display: grid; grid-template-columns: 40px 1fr; column-gap: 10px; line-height: 1.4; }
.who i { grid-row: 1 / 3; width: 40px; height: 40px; border-radius: 50%; background: #b3261e; color: #fff; font-style: normal; line-height: 40px; text-align: center; }
.who b { font-weight: 500; font-size: 15px; } .who small { color: #939393; font-size: 12px; }
.words { padding: 10px 0; line-height: 1.6; overflow-wrap: anywhere; } .words a { color: #3b6a9c; text-decoration: none; }
.post img { display: block; width: 66%; border-radius: 4px; background: #dfdcd3; }
.acts { display: flex; justify-content: space-around; margin-top: 12px !important; padding: 8px 0; border-top: 1px solid #f0f0f0; color: #6d6d6d; font-size: 14px; }
.gone { padding: 48px 0; text-align: center; color: #7a7a7a; }
`;
