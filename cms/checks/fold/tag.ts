import { cellSign } from '../cell-sign.ts';

/** Longer things between `<` and `>` are no tags but text with two signs in it, */
const longestPlain = 400;
/** unless they have attributes: editors write styles by the hundred letters. */
const longest = 2_000;
const cells = /^\/?(?:td|th)$/;
const breaks = /^\/?(?:br|p|div|li|ul|ol|tr|table|h[1-6]|section|article|blockquote|hr)$/;

/** A tag or a comment at `at`, and the blank it leaves for the reader ('' for an inline tag); null when it is neither. `lastClose` is where the last comment of the source ends, so that none is sought in vain. */
export function tagAt(source: string, at: number, lastClose: number): { end: number; stands: string } | null {
  if (at < lastClose && source.startsWith('<!--', at)) return { end: source.indexOf('-->', at) + 3, stands: '' };
  if (!/[a-zA-Z/]/.test(source[at + 1] ?? '')) return null;
  let end = at + 1;
  const limit = Math.min(source.length, at + longest);
  while (end < limit && source[end] !== '>' && source[end] !== '<') end += 1;
  if (source[end] !== '>' || end >= limit) return null;
  const inside = source.slice(at + 1, end);
  // An autolink is text that is read.
  if (/^[a-z]+:/i.test(inside)) return null;
  if (end - at > longestPlain && !/^[a-z][a-z0-9:-]*\s+[^\s=]+\s*=\s*["']/i.test(inside)) return null;
  const name = /^\/?[a-z][a-z0-9]*/i.exec(inside)?.[0]?.toLowerCase();
  return name ? { end: end + 1, stands: cells.test(name) ? cellSign : breaks.test(name) ? '\n' : '' } : null;
}
