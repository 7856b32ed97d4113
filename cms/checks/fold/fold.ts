import { simplified } from '../../../campaigns/characters/simplified.ts';
import { entityAt } from './entity.ts';
import { foldChar } from './fold-char.ts';
import { tagAt } from './tag.ts';

/** A text as a reader sees it, and the way back to its source. */
export interface Folded {
  /** NFKC, digits of every script as 0–9, simplified characters, invisible ones and tags taken out; never longer lines than the source. */
  text: string;
  /** The same with the characters that were written: traditional ones stay. As long, each at its place. */
  written: string;
  /** `map[i]` is where the folded character i comes from; `map[text.length]` is the end of the source. */
  map: Int32Array;
}

/**
 * Folds what hides a number or a word: full-width forms, zero-width characters, tags, entities, traditional characters. Linear in the length.
 * @param markup whether tags and entities are markup; false for a text in which they stand for themselves
 */
export function fold(source: string, markup = true): Folded {
  const parts: string[] = [];
  let map = new Int32Array(source.length + 16);
  let length = 0;
  const lastClose = markup ? source.lastIndexOf('-->') : -1;
  const push = (piece: string, at: number) => {
    parts.push(piece);
    if (length + piece.length >= map.length) map = wider(map, piece.length);
    for (let k = 0; k < piece.length; k += 1) map[length++] = at;
  };
  /** Most of a text stands for itself: taken over in one piece. */
  const plain = (from: number, to: number) => {
    parts.push(source.slice(from, to));
    if (length + to - from >= map.length) map = wider(map, to - from);
    for (let i = from; i < to; i += 1) map[length++] = i;
  };
  for (let i = 0; i < source.length; ) {
    const code = source.charCodeAt(i);
    if (markup && code === 0x3c) {
      const tag = tagAt(source, i, lastClose);
      if (tag) {
        if (tag.stands) push(tag.stands, i);
        i = tag.end;
        continue;
      }
    }
    if (markup && code === 0x26) {
      const entity = entityAt(source, i);
      if (entity) {
        push(foldText(entity.stands), i);
        i = entity.end;
        continue;
      }
    }
    if (isPlain(code)) {
      let end = i + 1;
      while (end < source.length && isPlain(source.charCodeAt(end)) && !(markup && isMarkup(source.charCodeAt(end))))
        end += 1;
      plain(i, end);
      i = end;
      continue;
    }
    const point = source.codePointAt(i) ?? 0;
    const piece = foldChar(point);
    if (piece) push(piece, i);
    i += point > 0xffff ? 2 : 1;
  }
  map[length] = source.length;
  const written = parts.join('');
  return { text: simplified(written), written, map: map.subarray(0, length + 1) };
}

const isPlain = (code: number): boolean => code < 0x7f || (code >= 0x4e00 && code <= 0x9fff);
/** `<` and `&`. */
const isMarkup = (code: number): boolean => code === 0x3c || code === 0x26;

function wider(map: Int32Array<ArrayBuffer>, more: number): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(map.length * 2 + more);
  grown.set(map);
  return grown;
}

const foldText = (text: string): string => Array.from(text, (char) => foldChar(char.codePointAt(0) ?? 0)).join('');

/** End in the source of what ends before the folded index `to`. */
export function sourceEnd({ map }: Folded, source: string, to: number): number {
  const last = map[Math.max(0, to - 1)] ?? 0;
  const next = map[to] ?? source.length;
  const point = source.codePointAt(last) ?? 0;
  // Of `&#51;` all of it: what is left of it would still be read.
  const end = point === 0x26 ? entityAt(source, last)?.end : undefined;
  return Math.min(next, end ?? last + (point > 0xffff ? 2 : 1));
}
