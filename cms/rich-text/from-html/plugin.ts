import { readable } from './address.ts';
import { hasContent, wordsOf, type SourceElement } from './source-node.ts';

/** Marks of editors that show nothing, and the pieces of which MathJax draws a formula (its words stand beside them). */
const nothing = /^(?:mp-style-type|mpchecktext|mjx-.+|font-face|color-profile|missing-glyph)$/;
const own = ({ attributes, name }: SourceElement): boolean =>
  !name.includes(':') &&
  (/^[a-z]\w*-|^(?:mp|qq)[a-z]/.test(name) ||
    (!/^(?:img|source|track)$/.test(name) && Boolean(attributes.src ?? attributes['data-src'])));

/**
 * An element that only the scripts of its own page can show (WeChat's mpvoice, mp-common-videosnap, a lottie-player): it holds
 * no words of its own. Null: it is read through.
 */
export function plugin(element: SourceElement): string | null {
  const { attributes, children, name } = element;
  if (!own(element) || nothing.test(name) || Object.keys(attributes).length === 0 || hasContent(children)) return null;
  const called = [
    'name',
    'data-title',
    'title',
    'data-miniprogram-title',
    'data-nickname',
    'nickname',
    'music_name',
    'data-desc',
    'alt',
  ]
    .map((one) => attributes[one]?.trim())
    .find(Boolean);
  const shown = called === undefined ? '' : `“${readable(called)}”`;
  if (/voice|audio|music/.test(name)) return `@的音频${shown}没有带入：请另行上传或改成链接。`;
  if (/video/.test(name)) return `@的视频${shown}没有带入：请另行上传或改成链接。`;
  return wordsOf(children).trim() === ''
    ? `@的网页组件（${readable(name)}）${shown}没有带入：需要的请补写，或截图补上。`
    : null;
}
