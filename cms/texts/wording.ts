import { z } from 'zod';
import { fingerprint } from '../words/canonical.ts';
import { subjectOf, type SubjectSlug } from './subjects.ts';

const word = z.union([z.string(), z.number()]);

/** What the public reads of a row, field by field; what is empty is not there. Listed things (phases of a campaign) are read part by part. */
export const wordingSchema = z.record(
  z.string(),
  z.union([word, z.array(z.string()), z.array(z.record(z.string(), word))]),
);
export type Wording = z.infer<typeof wordingSchema>;

type Row = Record<string, unknown>;
const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A listed thing without its row id and what is empty or no word. */
const partsOf = (item: unknown, apart: readonly string[]): unknown =>
  isRow(item)
    ? Object.fromEntries(
        Object.entries(item).filter(([name, value]) => name !== 'id' && !apart.includes(name) && !isEmpty(value)),
      )
    : item;

/** @throws when a field of the row holds what is no text */
export function wordingOf(subject: SubjectSlug, row: object): Wording {
  const { apart = [], fields } = subjectOf(subject);
  const values: Row = { ...row };
  const said = fields.flatMap((name) => {
    const value = values[name];
    if (isEmpty(value)) return [];
    return [[name, Array.isArray(value) ? value.map((item) => partsOf(item, apart)) : value] as const];
  });
  return wordingSchema.parse(Object.fromEntries(said));
}

/** Names a wording: whoever agrees says to which. The same words have the same name, on either database. */
export const wordingName = (wording: Wording): string => fingerprint(wording).slice(0, 32);

/** The row with other words: fields that the wording leaves out are empty. */
export const withWording = <T extends object>(subject: SubjectSlug, row: T, wording: Wording): T => ({
  ...row,
  ...Object.fromEntries(subjectOf(subject).fields.map((name) => [name, wording[name] ?? null])),
});

/** One field of a wording on one line, for people who compare. */
export function shownWords(value: Wording[string] | undefined): string {
  if (!Array.isArray(value)) return String(value ?? '');
  return value
    .map((item) =>
      typeof item === 'string'
        ? item
        : Object.keys(item)
            .sort()
            .map((name) => item[name])
            .join(' '),
    )
    .join('、');
}
