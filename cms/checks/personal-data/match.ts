import type { Level } from '../finding.ts';
import type { LabelsOf } from './labels.ts';

/** Something found in a folded text; offsets in that text, `to` exclusive. */
export interface Match {
  rule: string;
  level: Level;
  from: number;
  to: number;
  /** Masked. */
  text: string;
  mend: string;
}

/** Whether one of the words stands close before the place. */
export const isNamedBefore = (text: string, at: number, words: RegExp, reach = 24): boolean =>
  words.test(text.slice(Math.max(0, at - reach), at));

/** The same, or in a label elsewhere: the head of the column, an attribute. */
export const isNamed = (text: string, at: number, words: RegExp, labels: LabelsOf, reach = 24): boolean =>
  isNamedBefore(text, at, words, reach) || words.test(labels(at));
