/** Strict UTF-8, no BOM; null when the bytes are not. */
export function utf8(bytes: Buffer): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.startsWith('\ufeff') ? null : text;
  } catch {
    return null;
  }
}

export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A JSON object from raw UTF-8 without `\u` escapes; null when it is anything else. */
export function jsonFields(bytes: Buffer): Fields | null {
  const text = utf8(bytes);
  if (text === null || /(?<!\\)(?:\\\\)*\\u/.test(text)) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isFields(value) ? value : null;
  } catch {
    return null;
  }
}

/** True when a body has all of `needed`, and beyond them at most `optional`, each of the given type. */
export function hasShape(
  fields: Fields,
  needed: Record<string, 'string' | 'number'>,
  optional: Record<string, 'string' | 'number' | 'boolean' | 'object'> = {},
): boolean {
  const all: Record<string, string> = { ...needed, ...optional };
  return (
    Object.entries(fields).every(([name, value]) => name in all && typeof value === all[name] && value !== null) &&
    Object.keys(needed).every((name) => name in fields)
  );
}

/** 字: code points, as people count. */
export const points = (text: string): number => [...text].length;
