import { glob, readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { publicStrings, publicStringTable } from './public-strings.ts';
import { subjectSlugs } from './subjects.ts';

/** What is read for the public. */
async function readFrom(): Promise<string[]> {
  const found = new Set<string>();
  for await (const file of glob('cms/read/payload/*.ts')) {
    if (file.endsWith('.test.ts')) continue;
    for (const [, slug = ''] of (await readFile(file, 'utf8')).matchAll(/collection: '([a-z-]+)'/g)) found.add(slug);
  }
  return [...found];
}

it('docs/public-strings.md holds exactly this table', async () => {
  expect(await readFile('docs/public-strings.md', 'utf8')).toContain(publicStringTable(publicStrings));
});

it('every collection that the public\'s reader opens is in the table, and every kind of short text', async () => {
  const named = new Set(publicStrings.map(({ from }) => from));
  const read = await readFrom();
  expect(read).toEqual(expect.arrayContaining(['columns', 'campaigns', 'publications', 'releases']));
  expect([...read, ...subjectSlugs].filter((slug) => !named.has(slug))).toEqual([]);
});

it('short texts are read through their one door', async () => {
  const past: string[] = [];
  for await (const file of glob('cms/read/**/*.ts')) {
    const source = await readFile(file, 'utf8');
    const opens = subjectSlugs.filter((slug) => source.includes(`collection: '${slug}'`));
    // The change feed reads when a row changed, not what it says.
    if (!file.endsWith('.test.ts') && opens.length > 0 && !source.includes('publicRows(')) past.push(file);
  }
  expect(past).toEqual([]);
});
