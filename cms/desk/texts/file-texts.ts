import type { TypedText } from '../../checking/save/typed-texts.ts';
import { publicFields, type FileWords } from '../../texts/files/file-words.ts';
import type { KindName } from '../../texts/files/kinds.ts';

/** One line of a comparison. */
export interface FileLine {
  path: string;
  label: string;
  text: string;
}

/** Public words line by line: each part of a row is one. */
export function linesOf(kind: KindName, words: FileWords): FileLine[] {
  return publicFields(kind).flatMap(([path, { label, parts = {} }]): FileLine[] => {
    const value = words[path];
    if (value === undefined) return [];
    if (!Array.isArray(value)) return [{ path, label, text: String(value) }];
    if (value.every((row) => typeof row === 'string')) return [{ path, label, text: value.join('、') }];
    return value.flatMap((row: Record<string, unknown>, i) =>
      Object.entries(row).map(([name, part]) => ({
        path: `${path}.${i}.${name}`,
        label: `${label}第${i + 1}项·${parts[name] ?? name}`,
        text: String(part),
      })),
    );
  });
}

/** What the checks look at: the rows of a field one by one, a whole text at a time. */
export const textsOf = (kind: KindName, words: FileWords): TypedText[] =>
  linesOf(kind, words).map(({ label, path, text }) => ({ path, field: label, text, at: () => label }));
