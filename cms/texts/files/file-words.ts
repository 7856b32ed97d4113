import { z } from 'zod';
import { fingerprint } from '../../words/canonical.ts';
import type { PublicField, Shape } from './file-kind.ts';
import { fileKinds, type KindName } from './kinds.ts';

/** What the public reads of a file, by the path of each field; what is empty is not there. */
export type FileWords = Readonly<Record<string, unknown>>;
export type FileData = Readonly<Record<string, unknown>>;

const shapes: Record<Shape, z.ZodType> = {
  text: z.string(),
  number: z.number(),
  texts: z.array(z.string()),
  rows: z.array(z.record(z.string(), z.union([z.string(), z.number()]))),
};
const nothing: Record<Shape, unknown> = { text: '', number: 0, texts: [], rows: [] };

export const publicFields = (kind: KindName): [path: string, field: PublicField][] =>
  Object.entries<PublicField>(fileKinds[kind].fields);
const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** @throws when a field holds something else than the table says */
export function wordsOf(kind: KindName, data: FileData): FileWords {
  return wordsIn(kind, Object.fromEntries(publicFields(kind).map(([path]) => [path, valueAt(data, path)])));
}

/** The same from what was kept by field. @throws as `wordsOf` */
export function wordsIn(kind: KindName, kept: FileData): FileWords {
  const said = publicFields(kind).flatMap(([path, { is }]) =>
    isEmpty(kept[path]) ? [] : [[path, shapes[is].parse(kept[path])] as const],
  );
  return Object.fromEntries(said);
}

/** Names a wording: whoever agrees says to which. The same words have the same name, on either database. */
export const nameOfWords = (words: FileWords): string => fingerprint(words).slice(0, 32);

/** The file with other words in its public fields; what only the file has besides stays. */
export function withWords<T extends object>(kind: KindName, data: T, words: FileWords): T {
  const whole = structuredClone(data) as Record<string, unknown>;
  for (const [path, { is }] of publicFields(kind)) {
    const here = valueAt(whole, path);
    // A field that nobody has agreed to is empty, not absent: pages print it.
    setAt(whole, path, words[path] ?? (isEmpty(here) || isRemovable(kind, path) ? undefined : nothing[is]));
  }
  return whole as T;
}

/** Whether files may do without the field. */
const isRemovable = (kind: KindName, path: string): boolean =>
  optional[kind]?.some((one) => path === one || path.startsWith(`${one}.`)) ?? false;
const optional: Partial<Record<KindName, readonly string[]>> = {
  region: ['counties'],
  occasions: ['since', 'ordinal'],
  channels: ['page', 'embargo'],
};

export function valueAt(data: FileData, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((at, name) => (typeof at === 'object' && at !== null ? (at as FileData)[name] : undefined), data);
}

function setAt(data: Record<string, unknown>, path: string, value: unknown): void {
  const [first = '', ...rest] = path.split('.');
  if (rest.length === 0) {
    if (value === undefined) delete data[first];
    else data[first] = value;
    return;
  }
  const inner = { ...(data[first] as Record<string, unknown> | undefined) };
  setAt(inner, rest.join('.'), value);
  if (Object.keys(inner).length === 0) delete data[first];
  else data[first] = inner;
}
