import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { rowsOfContent, sourceOf, wordingsOf } from './shipped.ts';

it('the list of shipped public wordings says what the files of content/ say', async () => {
  const made = sourceOf(
    await wordingsOf({ root: process.cwd(), city: 'guangyuan' }),
    await rowsOfContent(process.cwd()),
  );
  expect(
    await readFile('cms/texts/files/shipped-words.ts', 'utf8'),
    '请运行 npm run generate，把 shipped-words.ts 一起提交',
  ).toBe(made);
});
