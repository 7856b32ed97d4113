import { partsCells } from '../cell-sign.ts';
import type { DigitRun } from './digit-runs.ts';

/** Where people break an ID into cells: at its parts (area, birth date, order), or in halves. */
const breaks = new Set(['6 8 4', '6 12', '14 4', '9 9']);

/**
 * Whether the digits from–to were written as one number. Digits of different table cells, or joined over a decimal point, are
 * none: of two rows of statistics one guess in a hundred passes the check digit. What is spread on purpose is regular: a
 * digit a cell, the number's own parts, or the same sign between all groups.
 */
export function isOneNumber(text: string, { at }: DigitRun, from: number, to: number): boolean {
  const gaps: string[] = [];
  const cells = [1];
  for (let k = from; k < to; k += 1) {
    const gap = text.slice((at[k] ?? 0) + 1, at[k + 1]);
    if (gap !== '') gaps.push(gap);
    if (partsCells.test(gap)) cells.push(1);
    else cells[cells.length - 1] = (cells.at(-1) ?? 0) + 1;
  }
  const isInOneCell = cells.length === 1 || cells.length === to - from + 1 || breaks.has(cells.join(' '));
  const isFraction = gaps.includes('.') && (gaps.length < 2 || gaps.some((gap) => gap !== '.'));
  return isInOneCell && !isFraction;
}
