import { escapeHtml } from '../shared/escape-html.ts';
import type { Count } from '../shared/count.ts';
import { codePoints } from '../shared/text-length.ts';
import { phonePage } from './phone-page.ts';
import { contentSize, limits, renderWechat, type WechatStory } from './render.ts';

export interface WechatPreview {
  /** A whole page of phone width (375 px) that loads nothing but the pictures of `imageUrl`. */
  html: string;
  title: string;
  digest: string;
  counts: { title: Count; author: Count; digest: Count; content: Count };
}

export interface WechatPreviewOptions {
  /** The account's name above the text, e.g. “诚信广元”. */
  account: string;
  /** Civil day (Asia/Shanghai) shown beside it, e.g. “2027-03-15”; null while none is planned. */
  day: string | null;
  /** Where the desk shows a picture; null leaves it out, as the platform would. */
  imageUrl(id: string): string | null;
}

/** The article as a follower sees it on a phone, made by the code that makes the draft. Pure; never throws for content. */
export function previewWechat(story: WechatStory, { account, day, imageUrl }: WechatPreviewOptions): WechatPreview {
  const article = renderWechat(story, imageUrl);
  return {
    html: phonePage(
      article.title,
      `<h1>${escapeHtml(article.title)}</h1>
<p class="by">${escapeHtml(article.author)}<b>${escapeHtml(account)}</b>${escapeHtml(day ?? '发布当天')}</p>
${article.content}<p class="more">阅读原文</p>`,
    ),
    title: article.title,
    digest: article.digest,
    counts: {
      title: { used: codePoints(article.title), limit: limits.title, unit: '字' },
      author: { used: codePoints(article.author), limit: limits.author, unit: '字' },
      // Before it is cut: what is too much must be seen.
      digest: { used: codePoints(story.summary.trim()), limit: limits.digest, unit: '字' },
      content: { used: contentSize(story).chars, limit: limits.contentChars, unit: '字符' },
    },
  };
}
