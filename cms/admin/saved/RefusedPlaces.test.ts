import { createElement } from 'react';
import { afterEach, expect, it } from 'vitest';
import { openBrowser, type Browser } from '../testing/browser.ts';
import { hostile } from '../testing/sentences.ts';
import { RefusedPlaces } from './RefusedPlaces.tsx';

let page: Browser;
afterEach(() => page.close());
const label = (path: string) => ({ title: '标题', summary: '摘要' })[path] ?? path;
const open = async (places: { path: string; message: string }[], whole = '没有保存。') => {
  const form = createElement('form', null, createElement('input', { id: 'field-title', name: 'title' }));
  page = await openBrowser(
    createElement(
      'div',
      null,
      form,
      createElement(RefusedPlaces, {
        label,
        places: places.map((place) => ({ ...place, label: label(place.path) })) as never,
        whole,
      }),
    ),
  );
};

it('nothing stands in the way: nothing is said', async () => {
  await open([]);
  expect(page.texts('li')).toEqual([]);
});

it('each place by its name, with what to do unless that was said already, as words', async () => {
  await open(
    [
      { path: 'title', message: '标题太长。' },
      { path: 'summary', message: hostile },
    ],
    '没有保存：标题太长。',
  );
  expect(page.texts('li span > b')).toEqual(['标题', '摘要']);
  expect(page.texts('li > span')).toEqual(['标题', `摘要：${hostile}`]);
  expect(page.texts('script, img')).toEqual([]);
});

it('a field that is not on the page is said to be folded away', async () => {
  await open([{ path: 'nowhere', message: '请填写。' }]);
  await page.press('跳到那里：nowhere');
  expect(page.texts('[role=status]')).toEqual(['表单里现在没有那一格：可能收起来了，请按上面写的名称找。']);
});
