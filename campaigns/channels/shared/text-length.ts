/** Length as the platforms count it: code points, so that an emoji is one 字. */
export const codePoints = (text: string): number => [...text].length;

/** The first `max` code points; a longer text ends with “…” and is still at most `max` long. */
export function cut(text: string, max: number): string {
  const points = [...text];
  return points.length <= max ? text : points.slice(0, max - 1).join('') + '…';
}

/** Weibo's measure in 汉字: U+0000–00FF half, other BMP one, astral two (channels.md §2). */
export function hanziWeight(text: string): number {
  let weight = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    weight += code <= 0xff ? 0.5 : code <= 0xffff ? 1 : 2;
  }
  return weight;
}
