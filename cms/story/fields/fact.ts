import type { Field } from 'payload';
import { z } from 'zod';
import { day as civilDay, line as oneLine } from '../../../campaigns/fields/fields.ts';
import { day as dayField, line as lineField, webAddress as addressField, whole } from '../../fields/own-words.ts';

/** What a fact can be, kept or not yet entered. */
export type Value = string | number | null | undefined;
export type Values = Readonly<Record<string, Value>>;

/** What is said of a fact beside its type; whatever is not said has the careful answer. */
interface About {
  /** The sentence of whoever hands a story in without it; absent: it may be empty. */
  needed?: string;
  /** The name of its text in findings: several facts of one name are read as one text. Absent: the field's label; null: it has no prose. */
  checked?: string | null;
  /** False: nobody is looked for in it before a signing (cms/gates); else whatever is checked is. */
  gated?: false;
  /** The desk's list is searched for it. */
  searched?: true;
  /** Something about a person, which the trail must not keep (G26, G28). */
  personal?: true;
  /** Its name for readers, beside the text; absent: it is shown within the row of another one, or not at all. */
  row?: string;
  /** Its words in that row, where they are not the value itself. */
  say?: (facts: Values) => string;
  /** Says who or what it is: stands before the others. */
  lead?: true;
}

/** One fact of a story: everything that form, release, checks, search and pages must know of it. Made by the functions below. */
export interface Fact<Kept extends z.ZodType<Value> | null = z.ZodType<Value> | null> extends About {
  label: string;
  checked: string | null;
  /** The form's field. */
  field: (name: string) => Field;
  /** What a release keeps of it; null: nothing, it is the desk's alone. */
  kept: Kept;
  /** The row's value as the release keeps it. */
  copy: (value: unknown) => Value;
  /** What a form may hold while somebody types. */
  typed: z.ZodType<Value>;
  /** What a file of content/ must say. */
  starter: Kept;
}

export type Facts = Readonly<Record<string, Fact>>;

interface Line extends About {
  maxLength?: number;
  description?: string;
}

const words = z.string({ error: '应是文字' }).nullish();
const orEmpty = (value: unknown): string => (typeof value === 'string' ? value : '');
const orNull = (value: unknown): string | null => orEmpty(value) || null;
/** Longest line of a file where the form has no limit of its own. */
const longest = 40;

const lineParts = (label: string, { description, maxLength, ...about }: Line) => ({
  label,
  checked: label,
  ...about,
  typed: words,
  field: (name: string) =>
    lineField(name, label, { ...(maxLength ? { maxLength } : {}), ...(description ? { description } : {}) }),
});

/** A line that every release has; empty where nothing was entered. */
export const line = (label: string, more: Line = {}): Fact<z.ZodString> => ({
  ...lineParts(label, more),
  kept: z.string(),
  copy: orEmpty,
  starter: oneLine(more.maxLength ?? longest),
});

/** A line that may be left out: null. */
export const maybeLine = (label: string, more: Line = {}): Fact<z.ZodNullable<z.ZodString>> => ({
  ...lineParts(label, more),
  kept: z.string().nullable(),
  copy: orNull,
  starter: oneLine(more.maxLength ?? longest).nullable(),
});

/**
 * A line that older releases and files do not have at all. What is added from now on is of this type, or what was signed could not be read.
 * @public for fields to come: proved by `new-field.test.ts`
 */
export const addedLine = (label: string, more: Line = {}): Fact<z.ZodOptional<z.ZodNullable<z.ZodString>>> => ({
  ...lineParts(label, more),
  kept: z.string().nullable().optional(),
  copy: orNull,
  starter: oneLine(more.maxLength ?? longest)
    .nullable()
    .optional(),
});

/** A civil day, `YYYY-MM-DD`, or null. */
export const maybeDay = (label: string, about: About = {}): Fact<z.ZodNullable<z.ZodString>> => ({
  label,
  checked: null,
  ...about,
  field: (name) => dayField(name, label),
  kept: z.string().nullable(),
  copy: orNull,
  typed: words,
  starter: civilDay.nullable(),
});

/** A day that the desk keeps for itself: no release has it. */
export const deskDay = (label: string, description: string): Fact<null> => ({
  label,
  checked: null,
  field: (name) => dayField(name, label, { description }),
  kept: null,
  copy: () => null,
  typed: words,
  starter: null,
});

/** An address that readers may follow, or null. */
export const maybeAddress = (label: string, about: About = {}): Fact<z.ZodNullable<z.ZodString>> => ({
  label,
  checked: null,
  ...about,
  field: (name) => addressField(name, label),
  kept: z.string().nullable(),
  copy: orNull,
  typed: words,
  starter: z.string().nullable(),
});

/** One of a few words; empty while none is chosen. */
export const choice = (label: string, options: readonly string[], about: About = {}): Fact<z.ZodString> => ({
  label,
  checked: null,
  ...about,
  field: (name) => ({ name, label, type: 'select', options: options.map((value) => ({ value, label: value })) }),
  kept: z.string(),
  copy: orEmpty,
  typed: words,
  starter: z.string().refine((value) => options.includes(value), `要写 ${options.join('、')} 之一`),
});

/** A whole number within bounds; 0 while there is none. */
export const amount = (
  label: string,
  { min, max }: { min: number; max: number },
  about: About = {},
): Fact<z.ZodNumber> => ({
  label,
  checked: null,
  ...about,
  field: (name) => whole(name, label, { min, max }),
  kept: z.number(),
  copy: (value) => (typeof value === 'number' ? value : 0),
  typed: z.number().nullish(),
  starter: z.number().int().min(min).max(max),
});
