import { decodeHTMLAttribute } from 'entities';
import sanitizeHtml from 'sanitize-html';
import type { Release } from '../../ports/release.ts';
import { aiMark } from '../shared/ai-mark.ts';
import { escapeHtml } from '../shared/escape-html.ts';
import { codePoints, cut } from '../shared/text-length.ts';
import { articleStyle, styled } from './style.ts';

/** Limits of draft/add since 2025-12-19 (channels.md §1 Draft). The digest may hold 128 字; we stop at 120. */
export const limits = {
  title: 32,
  author: 16,
  digest: 120,
  sourceUrlBytes: 1024,
  contentChars: 20_000,
  contentBytes: 1024 * 1024,
};

/** What an article is made of. */
export type WechatStory = Pick<Release, 'title' | 'summary' | 'author' | 'html'> & Partial<Pick<Release, 'cover'>>;

/** The article as draft/add wants it, without cover and link. */
export interface WechatArticle {
  title: string;
  author: string;
  digest: string;
  content: string;
}

const allowedTags = [
  'section',
  'p',
  'h2',
  'h3',
  'strong',
  'em',
  'br',
  'img',
  'blockquote',
  'ul',
  'ol',
  'li',
  'span',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
  'hr',
  'sup',
  'sub',
];

const renamed: Record<string, string> = {
  div: 'section',
  article: 'section',
  figure: 'section',
  figcaption: 'p',
  h1: 'h2',
  h4: 'h3',
  h5: 'h3',
  h6: 'h3',
  b: 'strong',
  i: 'em',
  pre: 'p',
  code: 'span',
};

const attributes: Record<string, string[]> = {
  img: ['src', 'alt'],
  ol: ['start'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan'],
};
for (const tag of Object.keys(articleStyle)) attributes[tag] = [...(attributes[tag] ?? []), 'style'];

/** A tag of the story becomes `tag` in the article's look; what it had of its own looks is gone. */
const dressed =
  (tag: string): sanitizeHtml.Transformer =>
  (_name, { style: _own, ...attribs }) => {
    const style = articleStyle[tag];
    return { tagName: tag, attribs: style ? { ...attribs, style } : attribs };
  };
const transforms = Object.fromEntries(
  [...allowedTags.map((tag) => [tag, tag]), ...Object.entries(renamed)].map(([from = '', to = '']) => [
    from,
    dressed(to),
  ]),
);

/**
 * Renders a release for a WeChat article: own tag list, `section` for `div`, each tag with its style, links turned into text
 * with numbered notes at the end (45166), pictures replaced by `imageUrl(id)` (others are filtered by WeChat).
 * A picture for which `imageUrl` gives null is left out.
 */
export function renderWechat(release: WechatStory, imageUrl: (id: string) => string | null): WechatArticle {
  const notes: string[] = [];
  const body = sanitizeHtml(numberLinks(release.html, notes), {
    allowedTags,
    allowedAttributes: attributes,
    // All styles are ours: they need no second look.
    parseStyleAttributes: false,
    allowedSchemes: ['http', 'https'],
    transformTags: {
      ...transforms,
      img: (_tag, attribs) => {
        const src = imageUrl(attribs['data-media'] ?? '');
        return { tagName: 'img', attribs: { src: src ?? '', alt: attribs.alt ?? '', style: articleStyle.img ?? '' } };
      },
    },
    exclusiveFilter: (frame) => frame.tag === 'img' && !frame.attribs.src,
  });
  return {
    title: oneLine(release.title),
    author: oneLine(release.author),
    digest: cut(oneLine(release.summary), limits.digest),
    // HTML's own way of writing tags that hold nothing; words have no bare `>`. The platform counts every character.
    content: `${styled('section')}${body.replaceAll(' />', '>')}${noteList(notes)}${coverNote(release)}</section>`,
  };
}

/** Ids of the pictures that the story's text shows, in order, each once. */
export function picturesIn(html: string): string[] {
  return [...new Set([...html.matchAll(/<img\b[^>]*?\bdata-media="([^"]+)"/gi)].map((m) => m[1] ?? ''))];
}

/** The longest that `content` can get: real picture addresses are shorter than this stand-in. */
export const contentSize = (release: WechatStory): { chars: number; bytes: number } => {
  const { content } = renderWechat(release, () => 'http://mmbiz.qpic.cn/'.padEnd(160, 'x'));
  return { chars: codePoints(content), bytes: Buffer.byteLength(content) };
};

/** The cover stands above the article in every list of them and has no room for words of its own. */
const coverNote = ({ cover }: WechatStory): string =>
  cover?.aigc ? `${styled('p')}${styled('span')}封面${aiMark}</span></p>` : '';

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

function numberLinks(html: string, notes: string[]): string {
  return html.replace(/<a\b([^>]*)>([\s\S]*?)<\/a\s*>/gi, (_all, attributes: string, inner: string) => {
    const href = /\bhref\s*=\s*"([^"]*)"|\bhref\s*=\s*'([^']*)'/i.exec(attributes);
    const address = decodeHTMLAttribute(href?.[1] ?? href?.[2] ?? '').trim();
    if (!/^https?:\/\//i.test(address)) return inner;
    const known = notes.indexOf(address);
    const number = known >= 0 ? known + 1 : notes.push(address);
    return `${inner}<sup>[${number}]</sup>`;
  });
}

const noteList = (notes: string[]): string =>
  notes.length === 0
    ? ''
    : `${styled('hr')}${styled('h3')}文中链接</h3>${notes.map((n, i) => `${styled('p')}${styled('span')}[${i + 1}] ${escapeHtml(n)}</span></p>`).join('')}`;
