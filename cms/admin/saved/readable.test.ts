import type { ClientField } from 'payload';
import { expect, it } from 'vitest';
import { readable } from './readable.ts';

const field = (more: object): ClientField => more as ClientField;
const chosen = field({ name: 'column', type: 'relationship', relationTo: 'columns' });
const kind = field({
  name: 'kind',
  type: 'select',
  options: [{ label: '警示案例', value: 'case' }, { label: '信用知识', value: 'knowledge' }, 'plain'],
});
const rows = field({
  name: 'corrections',
  type: 'array',
  fields: [
    { name: 'was', type: 'text', label: '原文' },
    { name: 'now', type: 'text', label: '更正为' },
  ],
});
const text = (...children: object[]) => ({ root: { type: 'root', children } });
const p = (words: string) => ({ type: 'paragraph', children: [{ type: 'text', text: words }] });

it.each([
  ['nothing', null],
  ['what never was', undefined],
  ['an empty text', ''],
  ['an empty list', []],
  ['an empty body', text()],
  ['a body of empty paragraphs', text(p(''), p(''))],
  ['a body without a root', { root: null }],
  ['a body whose root is a word', { root: '正文' }],
  ['a body whose children are no list', { root: { type: 'root', children: 5 } }],
])('%s reads as empty', (_what, value) => expect(readable(value, undefined)).toBe('（空）'));

it('no and none are two things', () => {
  expect(readable(false, undefined)).toBe('否');
  expect(readable(true, undefined)).toBe('是');
  expect(readable(0, undefined)).toBe('0');
});

it('a choice reads as its label, one that is not offered any more as it was stored', () => {
  expect(readable('case', kind)).toBe('警示案例');
  expect(readable(['knowledge', 'plain', 'gone'], kind)).toBe('信用知识、plain、gone');
});

it('a chosen row is named; until then, and when it is gone, that is said', () => {
  expect(readable('c1', chosen)).toBe('（正在查名称）');
  const titles = new Map([
    ['columns/c1', '诚信故事'],
    ['columns/c2', null],
  ]);
  expect(readable(['c1', 'c2'], chosen, titles)).toBe('诚信故事、（已删除或您看不到的一项）');
  expect(readable({ nothing: true }, chosen)).toBe('（已删除或您看不到的一项）');
});

it('a date is told in Beijing’s time, one that is none as it stands', () => {
  const date = field({ name: 'at', type: 'date' });
  expect(readable('2026-06-14T16:30:00.000Z', date)).toMatch(/15.*00:30.*（北京时间）$/);
  expect(readable('明天', date)).toBe('明天');
});

it('rows are numbered and called by their labels, without their ids and empty cells', () => {
  expect(readable([{ id: 'x', was: '甲', now: '乙' }, { id: 'y', was: '', now: null }, null], rows)).toBe(
    '1　原文：甲；更正为：乙\n2　（空）\n3　（空）',
  );
  expect(readable([{ unknown: '丙' }], rows)).toBe('1　unknown：丙');
});

it('a body reads paragraph by paragraph, pictures as a word, and a broken piece takes nothing with it', () => {
  const list = {
    type: 'list',
    children: [
      {
        type: 'listitem',
        children: [{ text: '一' }, { type: 'list', children: [{ type: 'listitem', children: [{ text: '一之一' }] }] }],
      },
    ],
  };
  const row = {
    type: 'tablerow',
    children: ['甲', '乙'].map((words) => ({ type: 'tablecell', children: [p(words)] })),
  };
  const body = {
    root: {
      type: 'root',
      children: [p('头'), null, 7, list, { type: 'table', children: [row] }, { type: 'upload' }, p('尾')],
    },
  };
  expect(readable(body, undefined)).toBe('头\n一\n一之一\n甲　乙\n［图片］\n尾');
  expect(
    readable(
      text({ type: 'paragraph', children: [{ text: '上' }, null, { type: 'linebreak' }, { text: '下' }] }),
      undefined,
    ),
  ).toBe('上\n下');
});
