import { expect, it } from 'vitest';
import { refusalOf, refusedBy, refusedDoor } from './refusal.ts';
import { wordingName, wordingOf } from './wording.ts';

interface Row {
  refused?: ReturnType<typeof refusedDoor.write>;
  [field: string]: unknown;
}
/** A row as the database gives it: more than the refusal's own column. */
const words: Row = { name: '诚信动态', type: '政务动态', description: '说明', keywords: ['诚信'] };
const refusal = (row: object) => ({
  version: wordingName(wordingOf('columns', row as never)),
  by: 'p1',
  name: '示例初审',
  at: '2026-03-15T04:00:00.000Z',
  reason: '说明太短',
});
const refused = (row: object) => refusedDoor.write(refusal(row));

it('holds for the words it was said of, and for none that came after', () => {
  expect(refusalOf('columns', { ...words, refused: refused(words) })).toEqual(refusal(words));
  const mended: Row = { ...words, description: '说明，写得长了一些' };
  expect(refusalOf('columns', { ...mended, refused: refused(words) })).toBe(null);
  // Put back as they were, they are refused as they were.
  const back: Row = { ...mended, description: words.description, refused: refused(words) };
  expect(refusalOf('columns', back)).not.toBe(null);
});

it('what nobody reads on the site changes nothing of it', () => {
  expect(refusalOf('columns', { ...words, navOrder: 9, refused: refused(words) } as never)).not.toBe(null);
});

it('a row that was never looked at is refused by nobody; one that cannot be read is not taken for agreed', () => {
  expect(refusalOf('columns', { ...words })).toBe(null);
  for (const broken of ['x', 7, [], {}, { version: 'v' }])
    expect(() => refusalOf('columns', { ...words, refused: broken } as never)).toThrow();
});

it('tells who refused, why, and what can be done', () => {
  expect(refusedBy(refusal(words))).toBe(
    '没有同意：示例初审看过，没有同意（说明太短）。请写的人改过再看，或请示例初审重新看过。',
  );
});
