import { z } from 'zod';
import { fingerprint } from '../release/canonical.ts';
import { subjects, type SubjectSlug } from './subjects.ts';

/** What the public reads of a row, field by field; what is empty is not there. */
export const wordingSchema = z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())]));
export type Wording = z.infer<typeof wordingSchema>;

type Row = Record<string, unknown>;
const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** @throws when a field of the row holds what is no text */
export function wordingOf(subject: SubjectSlug, row: Row): Wording {
  const said = subjects[subject].fields.flatMap((name) => (isEmpty(row[name]) ? [] : [[name, row[name]] as const]));
  return wordingSchema.parse(Object.fromEntries(said));
}

/** Names a wording: whoever agrees says to which. The same words have the same name, on either database. */
export const wordingName = (wording: Wording): string => fingerprint(wording).slice(0, 32);

/** The row with other words: fields that the wording leaves out are empty. */
export const withWording = <T extends object>(subject: SubjectSlug, row: T, wording: Wording): T =>
  ({ ...row, ...Object.fromEntries(subjects[subject].fields.map((name) => [name, wording[name] ?? null])) });
