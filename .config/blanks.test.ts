import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Lines of JSX whose first or last character is an ideographic space: compilers take it for a blank of the layout and drop it. */
const edges = (source: string): string[] =>
  source.split('\n').filter((line) => /^[ \t]*\u3000|\u3000[ \t]*$/u.test(line));

it('no blank that people see stands at the edge of a line, where it would be lost (061)', () => {
  const files = globSync('{cms,site}/**/*.tsx', { exclude: ['**/.next/**', '**/node_modules/**'] });
  expect(files.length).toBeGreaterThan(50);
  expect(files.filter((file) => edges(readFileSync(file, 'utf8')).length > 0)).toEqual([]);
});

it('would see one', () => {
  expect(edges("{word}\u3000\n{'\u3000'}\n  \u3000{word}\n甲\u3000乙")).toHaveLength(2);
});
