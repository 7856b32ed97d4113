import { escapeHtml } from '../../shared/escape-html.ts';
import { panelPage } from '../../emulator/panel.ts';
import type { Switch } from '../../emulator/switches.ts';
import { minuteText } from '../../../calendar/civil-day.ts';
import { phonePage, phoneStyle } from '../phone-page.ts';
import { mediaIdOf } from './media.ts';
import type { Article, PublishedRow, WechatState } from './state.ts';

/** `GET /`: the account on a phone (the list, or the article `shown`), its ledger, and what may go wrong. */
export function accountPage(state: WechatState, switches: Switch[], shown: string | null): string {
  const published = state.published.entries().toReversed();
  const row = shown === null ? null : state.published.get(shown);
  const phone = row
    ? `<article class="phone"><p class="back"><a href="/">‹ 全部文章</a></p>${inside(state, row, 0)}</article>`
    : listing(state, published);
  const rows = published.map(([id, { articles, at, deleted, by }]) => ({
    at: minute(at),
    title: articles[0]?.title ?? '',
    href: `/?a=${id}`,
    state: `${deleted ? '已删除' : '已发布'}${by === 'mass' ? '（群发）' : ''}`,
    deliveryId: /[?&]d=([^&]+)/.exec(articles[0]?.content_source_url ?? '')?.[1] ?? null,
  }));
  return panelPage({ platform: '微信公众号', phone, phoneStyle: phoneStyle + listStyle, rows, switches });
}

/** `GET /s/<id>`: one article as the phone shows it; pictures come from the emulator's own store. */
export function articlePage(state: WechatState, row: PublishedRow, index: number): string {
  const title = row.deleted ? '该内容已被发布者删除' : ((row.articles[index] ?? row.articles[0])?.title ?? '');
  return phonePage(title, `${inside(state, row, index)}<p class="by">演示：这是模拟的微信，没有联系真实平台。</p>`);
}

const minute = (at: number): string => minuteText(new Date(at));

function inside(state: WechatState, row: PublishedRow, index: number): string {
  const article = row.articles[index] ?? row.articles[0];
  if (!article || row.deleted) return '<p class="gone">该内容已被发布者删除。</p>';
  const content = article.content.replace(/\bsrc="([^"]*)"/g, (whole, src: string) => {
    const id = mediaIdOf(src);
    return id && state.media.get(id) ? `src="/pictures/${id}"` : whole;
  });
  const source = /^https?:/.test(article.content_source_url)
    ? `<p class="more"><a href="${escapeHtml(article.content_source_url)}">阅读原文</a></p>`
    : '';
  return `<h1>${escapeHtml(article.title)}</h1>
<p class="by">${escapeHtml(article.author)}<b>${name}</b>${minute(row.at)}</p>${content}${source}`;
}

const name = '公众号（模拟）';

function listing(state: WechatState, published: [string, PublishedRow][]): string {
  const cards = published
    .filter(([, row]) => !row.deleted)
    .flatMap(([id, row]) => row.articles.slice(0, 1).map((article) => card(state, id, row, article)));
  return `<div class="account"><p class="bar">${name}</p>${cards.join('') || '<p class="gone">还没有发布任何文章。</p>'}</div>`;
}

function card(state: WechatState, id: string, row: PublishedRow, article: Article): string {
  const cover = state.media.get(article.thumb_media_id) ? `<img src="/pictures/${article.thumb_media_id}" alt="">` : '';
  return `<p class="when-sent">${minute(row.at)}${row.by === 'mass' ? ' · 群发' : ''}</p>
<a class="card" href="/?a=${id}">${cover}<strong>${escapeHtml(article.title)}</strong><span>${escapeHtml(article.digest)}</span></a>`;
}

const listStyle = `
.frame .phone { min-height: 100%; } .back { margin: 0 0 14px; font-size: 15px; } .back a { color: #576b95; text-decoration: none; }
.account { padding: 0 12px 24px; } .bar { position: sticky; top: 0; margin: 0 -12px; padding: 12px; text-align: center; font-size: 17px; background: #ededed; border-bottom: 1px solid #dcdcdc; }
.when-sent { margin: 18px 0 8px; text-align: center; font-size: 13px; color: #7a7a7a; }
.card { display: block; overflow: hidden; background: #fff; border-radius: 8px; color: inherit; text-decoration: none; }
.card img { display: block; width: 100%; aspect-ratio: 2.35; object-fit: cover; background: #dfdcd3; }
.card strong { display: block; padding: 12px 14px 0; font-size: 17px; font-weight: 500; line-height: 1.45; }
.card span { display: block; padding: 4px 14px 14px; font-size: 14px; line-height: 1.5; color: #6d6d6d; }
.gone { padding: 48px 0; text-align: center; color: #7a7a7a; }
`;
