import { fold, type Folded } from './fold.ts';
import { tableLines } from './table-lines.ts';
import { words, type Words } from './words.ts';

/** A text in all the ways in which rules read it; each is made when it is first asked for. */
export interface Readings {
  folded: Folded;
  /** Over soft line ends, and with every one of them kept: a sentence may run on over one, or begin after it. */
  joined: Words;
  apart: Words;
  /** Tables and lists as sentences. */
  rows: string;
}

/** Characters of the texts that are kept; a longer one is read and forgotten. */
const room = 100_000;
const kept = new Map<string, Readings>();
let held = 0;

/**
 * The same text is asked about by every rule, and then by the question whom it blames: it is read once. The last texts are
 * kept, those of one story or file.
 * @param markup whether tags and entities are markup
 */
export function readings(text: string, markup = true): Readings {
  if (!markup || text.length > room) return read(text, markup);
  const known = kept.get(text);
  if (known) return known;
  for (const [oldest] of kept) {
    if (held + text.length <= room) break;
    kept.delete(oldest);
    held -= oldest.length;
  }
  const made = read(text, markup);
  kept.set(text, made);
  held += text.length;
  return made;
}

function read(text: string, markup: boolean): Readings {
  const folded = fold(text, markup);
  let [joined, apart]: (Words | undefined)[] = [];
  let rows: string | undefined;
  return {
    folded,
    get joined() {
      return (joined ??= words(folded));
    },
    get apart() {
      return (apart ??= words(folded, true));
    },
    get rows() {
      return (rows ??= tableLines(folded.text));
    },
  };
}
