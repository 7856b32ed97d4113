import { ESLint } from 'eslint';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { doorsWithCasts } from './blind-casts.mjs';

const lint = new ESLint({ overrideConfigFile: '.config/eslint.config.mjs' });
async function complaints(text: string, filePath = 'cms/review/sample.ts'): Promise<(string | null)[]> {
  const [result] = await lint.lintText(text, { filePath });
  const fatal = result?.messages.find((m) => m.fatal);
  if (fatal) throw new Error(fatal.message);
  return (result?.messages ?? []).map(({ ruleId }) => ruleId).filter((id) => id?.startsWith('casts/'));
}

describe('a cast that makes anything out of anything is refused', () => {
  it.each([
    'export const a = row as never;',
    'save({ data: data as never });',
    'export const a = row.reviews as unknown as Review[];',
    'export const a = (row as unknown) as Review[];',
    'export const a = row as object as Review;',
    'export const a = (<Review>row).by;',
  ])('%s', async (text) => expect(await complaints(text)).toContain('casts/blind'));

  it.each([
    'export const a = row as Review;',
    'export const a = { by: 1 } as const;',
    'export const a: unknown = row;',
    "export const never = 'as never';",
  ])('and this is not: %s', async (text) => expect(await complaints(text)).toEqual([]));

  it('in the rooms of the product and in its doors alone', async () => {
    const cast = 'export const a = b as unknown as C;';
    for (const path of ['campaigns/outbox/a.ts', 'cms/admin/A.tsx', 'site/pages/a.ts', 'scripts/start/a.ts'])
      expect(await complaints(cast, path), path).toEqual(['casts/blind']);
    for (const path of Object.keys(doorsWithCasts)) expect(await complaints(cast, path), path).toEqual([]);
  });

  it('a door that casts no more is taken off the list', async () => {
    for (const path of Object.keys(doorsWithCasts))
      expect(await readFile(path, 'utf8'), path).toMatch(/ as (?:unknown as|never)\b/);
  });
});

describe('a JSON column without a door', () => {
  const bare = "export const field = { name: 'a', type: 'json' };";
  it('is refused in cms', async () =>
    expect(await complaints(bare, 'cms/collections/sample.ts')).toEqual(['casts/json']));
  it('is made in one place', async () => expect(await complaints(bare, 'cms/columns/json-column.ts')).toEqual([]));
});
