export interface Passage {
  text: string;
  /** Index of its first character in the text it was cut from. */
  from: number;
  /** The paragraph it belongs to: what must be said somewhere may be said there. */
  paragraph: string;
  /** With the lines before and behind it: what a dialogue or a time line tells in the next line. */
  around: string;
}

const longest = 160;

/** Paragraphs, long ones as overlapping pairs of sentences: who and what may stand in two neighbouring sentences. */
export function passages(text: string): Passage[] {
  const found: Passage[] = [];
  let from = 0;
  const lines = text.split('\n');
  for (const [i, paragraph] of lines.entries()) {
    if (paragraph.length <= longest) {
      if (paragraph.length > 3)
        found.push({
          text: paragraph,
          from,
          paragraph,
          around: [
            lines[i - 1]?.slice(-longest),
            paragraph,
            lines[i + 1]?.slice(0, longest),
            lines[i + 2]?.slice(0, longest),
          ]
            .filter(Boolean)
            .join('\n'),
        });
    } else for (const pair of pairs(paragraph, from)) found.push(pair);
    from += paragraph.length + 1;
  }
  return found;
}

function pairs(paragraph: string, from: number): Passage[] {
  const starts = [0];
  for (const { index } of paragraph.matchAll(/[。！？；!?](?=[^”」』）)])/g)) starts.push(index + 1);
  // A text without full stops is cut by length, so that no passage grows with the text.
  const cuts = starts.flatMap((start, i) => {
    const end = starts[i + 1] ?? paragraph.length;
    const pieces = [];
    for (let at = start; at < end; at += longest) pieces.push(at);
    return pieces;
  });
  // Only what is near counts as the same paragraph in a text that is one endless paragraph.
  return cuts.slice(0, Math.max(1, cuts.length - 1)).map((start, i) => {
    const end = cuts[i + 2] ?? paragraph.length;
    const near = paragraph.slice(Math.max(0, start - 400), end + 400);
    return { text: paragraph.slice(start, end), from: from + start, paragraph: near, around: near };
  });
}
