import { Parser } from 'htmlparser2';
import { cellSign } from '../cell-sign.ts';
import type { CheckedText } from '../checked-text.ts';
import { lineColumns } from '../checked-text.ts';
import { decodeAddress } from '../fold/asides.ts';
import { empty, type Contents } from './contents.ts';
import { Unreadable } from './unreadable.ts';

const inline = new Set([
  'a',
  'b',
  'i',
  'u',
  's',
  'em',
  'strong',
  'span',
  'font',
  'small',
  'big',
  'sub',
  'sup',
  'mark',
  'code',
  'kbd',
  'del',
  'ins',
  'abbr',
  'time',
  'q',
  'cite',
  'bdi',
  'bdo',
  'wbr',
  'ruby',
  'rb',
  'label',
  'tt',
  'strike',
  'center',
  'img',
  'var',
  'samp',
  'data',
  'o:p',
]);
/** Cells of one row stay in one line, so that each is read with the head of its column. */
const cell = new Set(['td', 'th']);
const code = new Set(['script', 'style']);
/** How a word is spoken, printed small above it: not part of the word. */
const spoken = new Set(['rt', 'rp', 'rtc']);
/** Saved pages leave tags open by the hundred; deeper ones are made to hurt. */
const deepest = 4_000;
const read = new Set(['alt', 'title', 'aria-label', 'placeholder', 'summary', 'label', 'caption']);
const fields: Record<string, string> = {
  alt: '替代文字',
  title: '提示文字',
  content: 'meta 内容',
  value: '表单值',
  href: '链接地址',
  src: '文件地址',
};

/** A text put together from pieces of the source, with the way back. */
class Stream {
  #parts: string[] = [];
  #starts: { at: number; source: number }[] = [];
  #length = 0;

  add(text: string, source: number): void {
    this.#starts.push({ at: this.#length, source });
    this.#parts.push(text);
    this.#length += text.length;
  }

  get text(): string {
    return this.#parts.join('');
  }

  sourceOf(offset: number): number {
    let low = 0;
    for (let high = this.#starts.length - 1; low < high; ) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle]?.at ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const start = this.#starts[low];
    return start ? start.source + offset - start.at : 0;
  }
}

/** An HTML page: what is read, and beside it every attribute, comment and script. Places are lines of the source. */
export function readHtml(source: string): Contents {
  const lines = lineColumns(source);
  const body = new Stream();
  const texts: CheckedText[] = [];
  let inCode = 0;
  let script = '';
  let aloud = 0;
  let depth = 0;
  const aside = (field: string, text: string, kind: 'prose' | 'machine', from: number) => {
    if (text.trim()) texts.push({ field, text, kind, at: () => `${field} ${lines(from)}` });
  };
  const parser = new Parser({
    ontext(text) {
      if (inCode > 0) script += text;
      else if (aloud > 0) aside('注音', text, 'machine', parser.startIndex);
      else body.add(text, parser.startIndex);
    },
    onopentag(name, attributes) {
      if ((depth += 1) > deepest) throw new Unreadable('nested');
      if (code.has(name)) inCode += 1;
      if (spoken.has(name)) aloud += 1;
      else if (!inline.has(name) && !cell.has(name)) body.add('\n', parser.startIndex);
      for (const [key, value] of Object.entries(attributes)) attribute(key, value, parser.startIndex, aside);
    },
    onclosetag(name) {
      if (code.has(name) && inCode > 0) {
        inCode -= 1;
        aside('脚本或样式', script, 'machine', parser.startIndex);
        script = '';
      }
      depth -= 1;
      if (spoken.has(name)) aloud = Math.max(0, aloud - 1);
      else if (!inline.has(name) && name !== 'br') body.add(cell.has(name) ? cellSign : '\n', parser.startIndex);
    },
    oncomment: (text) => aside('注释', text, 'prose', parser.startIndex),
    onprocessinginstruction: (_, text) => aside('声明', text, 'machine', parser.startIndex),
  });
  parser.end(source);
  return {
    ...empty(),
    texts: [{ field: '正文', text: body.text, at: (offset) => lines(body.sourceOf(offset)) }, ...texts],
  };
}

function attribute(
  key: string,
  value: string,
  from: number,
  aside: (field: string, text: string, kind: 'prose' | 'machine', from: number) => void,
): void {
  if (value.length < 2 || key === 'class' || key === 'style') return;
  aside(
    fields[key] ?? `属性 ${key}`,
    decodeAddress(value),
    read.has(key) || key === 'content' ? 'prose' : 'machine',
    from,
  );
}

/** Markdown or plain text: all of it as it stands; what hides in it is found when it is checked. */
export const readPlain = (source: string): Contents => ({
  texts: [{ field: '正文', text: source, at: lineColumns(source) }],
  findings: [],
});
