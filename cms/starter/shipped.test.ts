import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { openContent } from '../content/content.ts';
import { rowsOfContent, sourceOf, wordingsOf } from './shipped.ts';

it('the list of shipped public wordings says what the files of content/ say', async () => {
  const place = { root: process.cwd(), city: 'guangyuan' };
  const made = sourceOf(await wordingsOf(place), await rowsOfContent(openContent(place)));
  expect(
    await readFile('cms/texts/files/shipped-words.ts', 'utf8'),
    '请运行 npm run generate，把 shipped-words.ts 一起提交',
  ).toBe(made);
});
