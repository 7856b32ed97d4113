import type { Reader } from '../../cms/read/reader.ts';

/** Where the step-by-step guides live; a city without this column falls back to the page about the lists. */
export const guideColumn = 'guide';

/**
 * Path of the newest guide whose title names a thing (修复, 异议 …), or `fallback`. Guides are ordinary stories, so the
 * editors write them and no address is fixed here.
 */
export async function guidePath(reader: Reader, word: string, fallback: string): Promise<string> {
  const { items } = await reader.stories({ column: guideColumn, search: word, size: 10 });
  return items.find(({ title }) => title.includes(word))?.path ?? fallback;
}
