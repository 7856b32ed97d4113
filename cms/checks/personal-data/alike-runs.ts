import { dots } from '../fold/dots.ts';
import type { DigitRun } from './digit-runs.ts';

/** Letters that look like a digit, those of Greek and Russian among them. */
const digitOf = new Map(
  Object.entries({ OoΟοОо: '0', lIiΙІі: '1', Zz: '2', Ss: '5', Gb: '6', B: '8', gq: '9' }).flatMap(([letters, digit]) =>
    [...letters].map((letter) => [letter, digit] as const),
  ),
);
const letters = [...digitOf.keys()].join('');
/** No longer than three numbers in a row, so that a text of nothing else stays linear. */
const run = new RegExp(
  `(?<![0-9A-Za-z])[0-9${letters}](?:[ \\-.${dots}]{0,2}[0-9${letters}Xx]){10,59}(?![0-9A-Za-z])`,
  'g',
);

/** Runs of digits with letters among them that were typed, or put, in place of digits: 5l08O2…; half of each are digits. */
export const alikeRuns = (text: string): DigitRun[] =>
  [...text.matchAll(run)].flatMap(({ 0: whole, index }) => {
    const at = Array.from(whole, (_, i) => i).filter((i) => /[0-9A-Za-zΟοОоΙІі]/.test(whole[i] ?? ''));
    const digits = at.map((i) => digitOf.get(whole[i] ?? '') ?? whole[i]?.toUpperCase()).join('');
    const typed = at.filter((i) => /[0-9]/.test(whole[i] ?? '')).length;
    return typed < at.length && 2 * typed >= at.length ? [{ digits, at: at.map((i) => index + i) }] : [];
  });
