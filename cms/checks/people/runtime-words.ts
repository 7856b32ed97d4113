/** A word and where it stands. */
export interface RuntimeWord {
  text: string;
  from: number;
  to: number;
}

let segmenter: Intl.Segmenter | undefined;

/** Words as the dictionary of the runtime (ICU) cuts them: it knows words and hardly any names. Loaded by the first who asks. */
export function runtimeWords(text: string): RuntimeWord[] {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return Array.from(segmenter.segment(text), ({ index, segment }) => ({
    text: segment,
    from: index,
    to: index + segment.length,
  }));
}

/** Enough to see where words begin and end, and no more the longer a text is. */
const margin = 6;

/** The same around one place of a text; offsets are in the text. */
export function wordsAround(text: string, from: number, to: number): RuntimeWord[] {
  const start = Math.max(0, from - margin);
  return runtimeWords(text.slice(start, to + margin)).map((word) => ({
    text: word.text,
    from: start + word.from,
    to: start + word.to,
  }));
}
