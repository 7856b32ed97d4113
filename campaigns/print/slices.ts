import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** The typeface lies in about a hundred files, each with some of its characters. */
export interface Slices {
  /** Name of the file that has a character, or null when the typeface lacks it. */
  of(char: string): string | null;
  /** The bytes (woff2) of one file. */
  read(slice: string): Promise<Buffer>;
}

const folder = join('node_modules', '@fontsource-variable', 'noto-sans-sc');
const tableSchema = z.record(z.string(), z.string());
let opened: Promise<Slices> | null = null;

/** Noto Sans SC as it comes with the product, so that print looks the same on machines without Chinese fonts. */
export function openSlices(): Promise<Slices> {
  return (opened ??= load().catch((error: unknown) => {
    opened = null;
    throw new Error('打印用的字体读不到：请重新安装依赖（npm ci）。', { cause: error });
  }));
}

async function load(): Promise<Slices> {
  const root = join(process.cwd(), folder);
  const table = tableSchema.parse(JSON.parse(await readFile(join(root, 'unicode.json'), 'utf8')));
  const names = new Map<number, string>();
  // Later entries win: Latin letters come from the Latin file, where they are kerned together.
  for (const [key, ranges] of Object.entries(table)) {
    for (const [first, last] of ranges.split(',').map(bounds)) {
      for (let code = first; code <= last; code += 1) names.set(code, key.replace(/[[\]]/g, ''));
    }
  }
  const files = new Map<string, Promise<Buffer>>();
  return {
    of: (char) => names.get(char.codePointAt(0) ?? 0) ?? null,
    read: (slice) => {
      const file = files.get(slice) ?? readFile(join(root, 'files', `noto-sans-sc-${slice}-wght-normal.woff2`));
      files.set(slice, file);
      // A failure is this reading's alone.
      file.catch(() => files.delete(slice));
      return file;
    },
  };
}

/** `U+4e00-4eff` or `U+3002` as first and last code point. */
function bounds(range: string): [number, number] {
  const [first = '', last = first] = range.trim().replace(/^U\+/i, '').split('-');
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
}
