import { isElement, wordsOf, type SourceElement } from './source-node.ts';

const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most)}…` : text);
const quoted = (element: SourceElement): string => {
  const words = cut(wordsOf(element.children).replace(/\s+/g, ' ').trim().replaceAll('@', '＠'), 400);
  return words === '' ? '' : `“${words}”`;
};

/** Where the thing itself lies, as the page says; for people. */
function address({ attributes, children }: SourceElement): string {
  const own = attributes.src ?? attributes.data ?? attributes['data-src'] ?? attributes.href;
  const found = own ?? children.filter(isElement).map((child) => child.attributes.src ?? child.attributes.value).find((one) => one?.trim());
  return readable(found ?? '');
}

/** An address as a note shows it: never the bytes of a `data:` one, never endless. */
export const readable = (text: string): string => (/^data:/i.test(text.trim()) ? '写在网页里' : cut(text.trim().replaceAll('@', '＠'), 200));
const behind = (text: string): string => (text === '' ? '' : `（${text}）`);

const things: Record<string, (element: SourceElement) => string> = {
  iframe: (el) => `@嵌入的网页${behind(address(el))}没有带入：需要的请改成链接。`,
  video: (el) => `@的视频${behind(address(el))}没有带入：请另行上传或改成链接。`,
  audio: (el) => `@的音频${behind(address(el))}没有带入：请另行上传或改成链接。`,
  object: (el) => `@嵌入的内容${behind(address(el))}没有带入：需要的请改成链接或截图。`,
  svg: (el) => `@的矢量图形${quoted(el)}没有带入：请截图补上。`,
  canvas: () => '@画出来的图没有带入：请截图补上。',
  select: (el) => `@的下拉框${quoted(el)}没有带入：需要的请补写。`,
  button: (el) => `@的按钮${quoted(el)}没有带入。`,
};
const same: Record<string, string> = { frame: 'iframe', embed: 'object', applet: 'object', bgsound: 'audio' };

/** What is said of an element that the desk has no place for; null for one that is read. */
export function dropped(element: SourceElement): string | null {
  const { attributes, name } = element;
  if (name === 'input') return inputNote(attributes);
  return things[same[name] ?? name]?.(element) ?? null;
}

function inputNote({ alt = '', type = 'text', value = '' }: Record<string, string>): string | null {
  if (/^(?:checkbox|radio|hidden)$/i.test(type)) return null;
  const words = type === 'image' ? alt : value;
  const kind = /^(?:submit|button|reset|image)$/i.test(type) ? '按钮' : '填写框';
  return `@的${kind}${words.trim() === '' ? '' : `“${cut(words.trim().replaceAll('@', '＠'), 200)}”`}没有带入。`;
}

/** A box to tick, as a character; null for any other element. */
export function tickBox({ attributes, children, name }: SourceElement): string | null {
  if (/^(?:checkbox|radio)$/.test(attributes.role ?? '') && attributes['aria-checked'] !== undefined && wordsOf(children).trim() === '') return attributes['aria-checked'] === 'true' ? '☑' : '☐';
  if (name !== 'input') return null;
  const isTicked = 'checked' in attributes;
  if (/^checkbox$/i.test(attributes.type ?? '')) return isTicked ? '☑' : '☐';
  return /^radio$/i.test(attributes.type ?? '') ? (isTicked ? '◉' : '○') : null;
}
