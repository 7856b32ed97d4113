import { cut, readable, whereItLies } from './address.ts';
import { plugin } from './plugin.ts';
import { hasContent, isElement, wordsOf, type SourceElement, type SourceNode } from './source-node.ts';

const quoted = (element: SourceElement): string => {
  const words = cut(wordsOf(element.children).replace(/\s+/g, ' ').trim().replaceAll('@', '＠'), 400);
  return words === '' ? '' : `“${words}”`;
};

const behind = (text: string): string => (text === '' ? '' : `（${text}）`);

/** A bar that is more or less full; words that stand in for it are read. */
function bar({ attributes: { max = '', value = '' }, children }: SourceElement): string | null {
  return hasContent(children)
    ? null
    : `@的进度条${behind([value, max].filter(Boolean).join('/'))}没有带入：需要的请补写。`;
}

/** Where the parts of a picture lead. */
const linksIn = (nodes: readonly SourceNode[]): string[] =>
  nodes
    .filter(isElement)
    .flatMap(({ attributes, children, name }) => [
      ...(name === 'area' && attributes.href ? [readable(attributes.href)] : []),
      ...linksIn(children),
    ]);

const things: Record<string, (element: SourceElement) => string | null> = {
  iframe: (el) => `@嵌入的网页${behind(whereItLies(el))}没有带入：需要的请改成链接。`,
  video: (el) => `@的视频${behind(whereItLies(el))}没有带入：请另行上传或改成链接。`,
  audio: (el) => `@的音频${behind(whereItLies(el))}没有带入：请另行上传或改成链接。`,
  object: (el) => `@嵌入的内容${behind(whereItLies(el))}没有带入：需要的请改成链接或截图。`,
  svg: (el) => `@的矢量图形${quoted(el)}没有带入：请截图补上。`,
  canvas: () => '@画出来的图没有带入：请截图补上。',
  select: (el) => `@的下拉框${quoted(el)}没有带入：需要的请补写。`,
  button: (el) => `@的按钮${quoted(el)}没有带入。`,
  progress: bar,
  meter: bar,
  map: ({ children }) => {
    const links = linksIn(children);
    return links.length === 0 ? null : `@图片上的链接（${cut(links.join('、'), 400)}）没有带入：需要的请在正文里写明。`;
  },
};
const same: Record<string, string> = { frame: 'iframe', embed: 'object', applet: 'object', bgsound: 'audio' };

/** What is said of an element that the desk has no place for; null for one that is read. */
export function dropped(element: SourceElement): string | null {
  const { attributes, name } = element;
  if (name === 'input') return inputNote(attributes);
  const known = things[same[name] ?? name];
  return known ? known(element) : plugin(element);
}

function inputNote({ alt = '', type = 'text', value = '' }: Record<string, string>): string | null {
  if (/^(?:checkbox|radio|hidden)$/i.test(type)) return null;
  const words = type === 'image' ? alt : value;
  const kind = /^(?:submit|button|reset|image)$/i.test(type) ? '按钮' : '填写框';
  return `@的${kind}${words.trim() === '' ? '' : `“${cut(words.trim().replaceAll('@', '＠'), 200)}”`}没有带入。`;
}

const states = { checkbox: ['☑', '☐'], radio: ['◉', '○'] } as const;
const sign = (kind: string, isTicked: boolean): string | null =>
  states[kind.toLowerCase() as keyof typeof states]?.[isTicked ? 0 : 1] ?? null;

/** The state of an element that pages make a box of (`role=checkbox`), whatever words it bears; null for any other. */
export const roleTick = ({ attributes }: SourceElement): string | null =>
  attributes['aria-checked'] === undefined ? null : sign(attributes.role ?? '', attributes['aria-checked'] === 'true');

/** A box to tick that bears no words, as a character; null for any other element. */
export function tickBox(element: SourceElement): string | null {
  const { attributes, children, name } = element;
  if (name === 'input') return sign(attributes.type ?? '', 'checked' in attributes);
  return wordsOf(children).trim() === '' ? roleTick(element) : null;
}
