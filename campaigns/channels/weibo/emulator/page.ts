import { escapeHtml } from '../../emulator/escape-html.ts';
import { shanghaiMinute } from '../../shared/shanghai.ts';
import { linksIn, type PostRow, type WeiboState } from './share.ts';

const style = `body{margin:0;background:#ededed;font:16px/1.7 system-ui,sans-serif;color:#1b1d20}
main{max-width:420px;margin:24px auto}article{background:#fff;padding:16px 20px;margin:0 0 12px;border-radius:12px}
small{color:#5f6369}img{max-width:100%}a{color:#2f5d8a;word-break:break-all}.demo{font-size:14px}`;

/** `GET /`: the account's posts, newest first, as a phone shows them. */
export function listPage(state: WeiboState): string {
  const posts = state.posts.entries().filter(([, post]) => !post.deleted).toReversed().map(([id, post]) => article(id, post));
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>微博（模拟）</title><style>${style}</style><main><p class="demo">演示：这是模拟的微博，没有联系真实平台。</p>
${posts.join('') || '<p>还没有发过微博。</p>'}</main></html>`;
}

function article(id: string, post: PostRow): string {
  const text = linksIn(post.text).reduce((html, link) => {
    const safe = escapeHtml(link);
    return html.replace(safe, `<a href="${safe}">网页链接</a>`);
  }, escapeHtml(post.text));
  const picture = post.mime ? `<img src="/pictures/${id}" alt="配图">` : '';
  return `<article id="${id}"><p>${text}</p>${picture}<small>${shanghaiMinute(new Date(post.at))}</small></article>`;
}
