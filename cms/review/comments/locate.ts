import { likeness } from '../difference/likeness.ts';

/** Less alike than this, the paragraph that a comment was pinned to is gone. */
const alike = 0.5;

/**
 * Where the paragraph that a comment was pinned to stands now: the same text wherever it moved, otherwise the likest one,
 * of equally like ones the nearest.
 * @param pinned 1-based number and whole text of the paragraph at that time
 * @returns 1-based number, or null when it is gone (the comment is then shown with its quote)
 */
export function locate(pinned: { paragraph: number; quote: string }, paragraphs: readonly string[]): number | null {
  let best: { number: number; score: number; far: number } | null = null;
  paragraphs.forEach((text, i) => {
    const found = { number: i + 1, score: likeness(pinned.quote, text), far: Math.abs(i + 1 - pinned.paragraph) };
    if (!best || found.score > best.score || (found.score === best.score && found.far < best.far)) best = found;
  });
  const chosen = best as { number: number; score: number } | null;
  return chosen && chosen.score >= alike ? chosen.number : null;
}
