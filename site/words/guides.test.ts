import { expect, test } from 'vitest';
import { fixtureReader } from '../testing/fixture-reader.ts';
import { guidePath } from './guides.ts';

test('without such a guide the reader goes to the page about the lists', async () => {
  expect(await guidePath(fixtureReader(), '修复', '/lists/')).toBe('/lists/');
});

test('a guide is found by its title, not by a word in its text', async () => {
  const [card] = (await fixtureReader().stories({ column: 'news', size: 1 })).items;
  const items = [
    { ...card!, path: '/s/1', title: '反映问题' },
    { ...card!, path: '/s/2', title: '信用修复怎么办' },
  ];
  const reader = fixtureReader({ more: { stories: async () => ({ items, page: 1, pages: 1, total: 2 }) } });
  expect(await guidePath(reader, '修复', '/lists/')).toBe('/s/2');
});
