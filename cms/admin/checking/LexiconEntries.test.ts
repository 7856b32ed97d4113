import { createElement, type ComponentProps } from 'react';
import { afterEach, expect, it } from 'vitest';
import type { LexiconEntry } from '../../checks/lexicon/lexicon.ts';
import { openBrowser, type Browser } from '../testing/browser.ts';
import { InField, inConfig } from '../testing/form.ts';
import { hostile } from '../testing/sentences.ts';
import { LexiconEntries } from './LexiconEntries.tsx';
import { RunFindings } from './RunFindings.tsx';

let page: Browser;
let now: LexiconEntry[] = [];
afterEach(() => page.close());
const entry = (wrong: string, more: Partial<LexiconEntry> = {}): LexiconEntry =>
  ({ wrong, right: '对', why: '', level: 'warn', allow: [], quotable: false, ...more }) as LexiconEntry;
const own = (props: object) => props as ComponentProps<typeof LexiconEntries>;
const open = async (value: unknown, { disabled = false } = {}) => {
  now = Array.isArray(value) ? (value as LexiconEntry[]) : [];
  const table = createElement(LexiconEntries, own({ path: 'entries', readOnly: disabled }));
  page = await openBrowser(
    inConfig(
      createElement(InField, {
        disabled,
        heard: (next) => {
          now = next as LexiconEntry[];
        },
        path: 'entries',
        value,
        children: table,
      }),
    ),
  );
};
const wrongs = () =>
  [...page.root.querySelectorAll<HTMLInputElement>('input[aria-label$="错误写法"]')].map(({ value }) => value);

it('fifty rows a page, however many there are; every one is to be found', async () => {
  await open(Array.from({ length: 120 }, (_, i) => entry(`词${i}`)));
  expect([page.texts('h3'), wrongs().length]).toEqual([['词条：120条'], 50]);
  await page.press('下一页');
  await page.press('下一页');
  expect([wrongs()[0], page.isDisabled('下一页')]).toEqual(['词100', true]);
  await page.type('查找', ' 词119 ');
  expect([page.texts('h3'), wrongs()]).toEqual([['词条：120条，找到1条'], ['词119']]);
});

it('a found row is changed in its place; the others stay', async () => {
  await open([entry('甲'), entry('乙'), entry('丙')]);
  await page.type('查找', '乙');
  await page.type('第2条的正确写法', '改了');
  expect(now.map(({ right, wrong }) => wrong + right)).toEqual(['甲对', '乙改了', '丙对']);
  await page.press('删去第2条');
  expect(now.map(({ wrong }) => wrong)).toEqual(['甲', '丙']);
});

it('a new entry stands first and can be seen: what was sought is gone from the box, too', async () => {
  await open([entry('甲')]);
  await page.type('查找', '没有的');
  expect(wrongs()).toEqual([]);
  await page.press('加一条');
  expect(wrongs()).toEqual(['', '甲']);
  expect((page.find('input[type=search]') as HTMLInputElement).value).toBe('');
});

it('who only reads changes nothing; what is no list is an empty one', async () => {
  await open([entry(hostile)], { disabled: true });
  expect([page.texts('td button'), page.texts('button'), wrongs()]).toEqual([[], [], [hostile]]);
  await page.close();
  await open('broken');
  expect(page.texts('h3')).toEqual(['词条：0条']);
});

it('findings of a run: what must be mended and what is a reminder, each with its story', async () => {
  const finding = (level: string, subject: object | undefined) => ({
    rule: 'r',
    level,
    at: '正文第1段',
    text: hostile,
    mend: '请改。',
    subject,
  });
  const list = createElement(RunFindings, own({ path: 'findings' }) as never);
  const show = async (value: unknown) => {
    page = await openBrowser(inConfig(createElement(InField, { path: 'findings', value, children: list })));
  };
  await show([
    finding('block', { kind: 'story', storyId: 's1', title: '甲' }),
    finding('warn', { kind: 'column', title: '信用知识' }),
    finding('warn', undefined),
  ]);
  expect(page.texts('li > b')).toEqual(['■ 必须处理 《甲》', '△ 提醒 信用知识', '△ 提醒']);
  expect([page.find('a').getAttribute('href'), page.texts('script, img')]).toEqual([
    '/admin/collections/stories/s1',
    [],
  ]);
  await page.close();
  await show(null);
  expect(page.texts('p')).toEqual(['没有发现问题。']);
});
