import { escapeHtml } from '../../emulator/escape-html.ts';
import { shanghaiMinute } from '../../shared/shanghai.ts';
import { mediaIdOf } from './media.ts';
import type { PublishedRow, WechatState } from './state.ts';

const style = `body{margin:0;background:#ededed;font:16px/1.7 system-ui,sans-serif;color:#1b1d20}
main{max-width:420px;margin:24px auto;background:#fff;padding:20px;border-radius:12px}
h1{font-size:22px;line-height:1.4}small{color:#5f6369}img{max-width:100%}a{color:#2f5d8a}
li{margin:0 0 12px}.demo{background:#f3f1ea;padding:8px 12px;font-size:14px}`;

/** `GET /`: what this account's followers could read. */
export function listPage(state: WechatState): string {
  const items = state.published.entries().toReversed().map(([id, row]) =>
    `<li><a href="/s/${id}">${escapeHtml(row.articles[0]?.title ?? '')}</a><br><small>${shanghaiMinute(new Date(row.at))}${row.deleted ? ' · 已删除' : ''}${row.by === 'mass' ? ' · 群发' : ''}</small></li>`);
  return shell('公众号（模拟）', `<h1>已发布的文章</h1>${items.length ? `<ul>${items.join('')}</ul>` : '<p>还没有发布任何文章。</p>'}`);
}

/** `GET /s/<id>`: one article as the phone shows it; pictures come from the emulator's own store. */
export function articlePage(state: WechatState, row: PublishedRow, index: number): string {
  const article = row.articles[index] ?? row.articles[0];
  if (!article || row.deleted) return shell('文章（模拟）', '<p>该内容已被发布者删除。</p>');
  const content = article.content.replace(/\bsrc="([^"]*)"/g, (whole, src: string) => {
    const id = mediaIdOf(src);
    return id && state.media.get(id) ? `src="/pictures/${id}"` : whole;
  });
  const source = /^https?:/.test(article.content_source_url) ? `<p><a href="${escapeHtml(article.content_source_url)}">阅读原文</a></p>` : '';
  return shell(article.title, `<h1>${escapeHtml(article.title)}</h1>
<p><small>${escapeHtml(article.author)} ${shanghaiMinute(new Date(row.at))}</small></p>${content}${source}`);
}

const shell = (title: string, body: string): string => `<!doctype html><html lang="zh-CN"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><style>${style}</style>
<main><p class="demo">演示：这是模拟的微信，没有联系真实平台。</p>${body}</main></html>`;
