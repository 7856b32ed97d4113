import { z } from 'zod';
import type { Held } from '../columns/stored.ts';
import { valueDoor } from '../columns/value-door.ts';
import type { SubjectSlug } from './subjects.ts';
import { wordingName, wordingOf } from './wording.ts';

const refusalSchema = z.object({
  /** The name of the wording that was refused: other words are asked anew. */
  version: z.string(),
  by: z.string(),
  name: z.string(),
  /** ISO 8601 */
  at: z.string(),
  reason: z.string(),
});

/** 不同意: somebody has looked at words that waited and does not stand for them. */
export type Refusal = z.infer<typeof refusalSchema>;

/** `refused` of every collection with short public texts. */
export const refusedDoor = valueDoor('refused', {
  label: '“没有同意”',
  schema: refusalSchema.nullable(),
  absent: null,
});

/**
 * Who does not agree to the words as they stand, and why; null: nobody, or they are other words by now.
 * @throws UnfitColumn when the field holds something else
 */
export function refusalOf(subject: SubjectSlug, row: { refused?: Held<'refused'> }): Refusal | null {
  const refusal = refusedDoor.need(row.refused);
  return refusal?.version === wordingName(wordingOf(subject, row)) ? refusal : null;
}

/** What anybody else is told who would make the same words public. */
export const refusedBy = ({ name, reason }: Refusal): string =>
  `没有同意：${name}看过，没有同意（${reason}）。请写的人改过再看，或请${name}重新看过。`;
