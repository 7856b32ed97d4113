import { createElement, useState } from 'react';
import { afterEach, expect, it } from 'vitest';
import type { LexiconEntry } from '../../checks/lexicon/lexicon.ts';
import { openBrowser, type Browser } from '../testing/browser.ts';
import { EntryRow } from './EntryRow.tsx';

let page: Browser;
afterEach(() => page.close());
const entry = (wrong: string, allow: string[]): LexiconEntry =>
  ({ wrong, right: '对', why: '', level: 'warn', allow, quotable: false }) as LexiconEntry;
let now: LexiconEntry[] = [];

/** A list as the page keeps it: rows by their place. */
function List({ first }: { first: LexiconEntry[] }) {
  const [entries, setEntries] = useState(first);
  now = entries;
  return createElement(
    'div',
    null,
    createElement('button', { onClick: () => setEntries([entry('', []), ...entries]) }, '加一条'),
    createElement(
      'table',
      null,
      createElement(
        'tbody',
        null,
        entries.map((one, at) =>
          createElement(EntryRow, {
            entry: one,
            fixed: false,
            key: at,
            number: at + 1,
            onChange: (next: LexiconEntry) => setEntries(entries.map((old, i) => (i === at ? next : old))),
            onRemove: () => setEntries(entries.filter((_, i) => i !== at)),
          }),
        ),
      ),
    ),
  );
}
const open = async (...first: LexiconEntry[]) => {
  page = await openBrowser(createElement(List, { first }));
};
const shown = () =>
  [...page.root.querySelectorAll<HTMLInputElement>('input[aria-label$="例外"]')].map(({ value }) => value);

it('exceptions are typed with any separator, and none is swallowed while the next is written', async () => {
  await open(entry('甲', []));
  await page.type('第1条的例外', '甲乙，');
  expect([shown(), now[0]?.allow]).toEqual([['甲乙，'], ['甲乙']]);
  await page.type('第1条的例外', '甲乙，丙; 丁');
  expect(now[0]?.allow).toEqual(['甲乙', '丙', '丁']);
});

it('a row that is removed takes its exceptions with it; the others keep theirs', async () => {
  await open(entry('甲', ['甲一']), entry('乙', ['乙一', '乙二']), entry('丙', []));
  await page.type('第1条的例外', '甲一、甲二');
  await page.press('删去第1条');
  expect(shown()).toEqual(['乙一、乙二', '']);
});

it('a new row begins without exceptions', async () => {
  await open(entry('甲', ['甲一']));
  await page.type('第1条的例外', '甲一、甲二');
  await page.press('加一条');
  expect(shown()).toEqual(['', '甲一、甲二']);
});
