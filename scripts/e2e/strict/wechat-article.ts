import { decodeHTMLAttribute } from 'entities';
import { hasShape, isFields, points } from './body.ts';
import { refuse } from './wechat-reply.ts';
import type { Article, WechatState } from './wechat-state.ts';

const optional = {
  article_type: 'string',
  author: 'string',
  digest: 'string',
  content_source_url: 'string',
  need_open_comment: 'number',
  only_fans_can_comment: 'number',
  pic_crop_235_1: 'string',
  pic_crop_1_1: 'string',
} as const;

const crop = /^(?:0|1|0?\.\d{1,6}|0\.\d{1,6}|1\.0{1,6})(?:_(?:0|1|0\.\d{1,6}|1\.0{1,6})){3}$/;

/** The first 54 字 of the text, which the platform takes when there is no digest. */
const firstWords = (html: string) => [...html.replace(/<[^>]*>/g, '').trim()].slice(0, 54).join('');

/** Pictures from other hosts vanish without a word; `<img>` must carry an address that uploadimg gave this account. */
function filterImages(state: WechatState, html: string): string {
  return html.replace(/<img\b[^>]*>/gi, (tag) => {
    const src = /\ssrc=(?:"([^"]*)"|'([^']*)')/i.exec(tag);
    const url = decodeHTMLAttribute(src?.[1] ?? src?.[2] ?? '').replace(/^https:/, 'http:');
    return state.pictures.has(url) ? tag : '';
  });
}

function checkContent(html: string): void {
  if (html.trim() === '') refuse(44004, 'empty content');
  if (points(html) >= 20_000 || Buffer.byteLength(html) >= 1024 * 1024) refuse(45002, 'content size out of limit');
  if (/<(?:a|script|iframe)(?=[\s>/])/i.test(html)) refuse(45166, 'invalid content hint: hyperlink, script or iframe');
  if (/\sdata-media=/.test(html)) refuse(45166, 'invalid content hint: placeholder left');
}

function checkUrl(url: string): void {
  if (url === '') return;
  if (Buffer.byteLength(url) > 1024) refuse(45005, 'url size out of limit');
  if (!URL.canParse(url) || !/^https?:\/\//.test(url)) refuse(40039, 'invalid url size');
}

/** Checks one article of draft/add as the contract says and gives what the platform keeps of it. */
export function readArticle(state: WechatState, value: unknown): Article {
  if (
    !isFields(value) ||
    !hasShape(value, { title: 'string', content: 'string', thumb_media_id: 'string' }, optional)
  ) {
    if (isFields(value) && !('thumb_media_id' in value)) refuse(40007, 'invalid media_id');
    return refuse(47001, 'data format error');
  }
  const text = (name: string) => (typeof value[name] === 'string' ? value[name] : '');
  const [title, author, digest, content, link, cover] = [
    text('title'),
    text('author'),
    text('digest'),
    text('content'),
    text('content_source_url'),
    text('thumb_media_id'),
  ];
  if ((text('article_type') || 'news') !== 'news') refuse(47001, 'article_type');
  if (title.trim() === '') refuse(41039, 'title missing');
  if (points(title) > 32) refuse(45003, 'title size out of limit');
  if (points(author) > 16) refuse(45110, 'author size out of limit');
  if (points(digest) > 128) refuse(45004, 'description size out of limit');
  for (const name of ['need_open_comment', 'only_fans_can_comment']) {
    if (name in value && value[name] !== 0 && value[name] !== 1) refuse(47001, name);
  }
  for (const name of ['pic_crop_235_1', 'pic_crop_1_1']) if (text(name) && !crop.test(text(name))) refuse(47001, name);
  checkUrl(link);
  checkContent(content);
  const since = state.covers.get(cover) ?? refuse(40007, 'invalid media_id');
  if (state.options.now() - since < state.options.coverDelayMs) refuse(40007, 'invalid media_id');
  return {
    title,
    author,
    digest: digest || firstWords(content),
    content: filterImages(state, content),
    content_source_url: link,
    thumb_media_id: cover,
  };
}
