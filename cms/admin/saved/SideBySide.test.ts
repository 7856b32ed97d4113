import { createElement } from 'react';
import type { ClientField } from 'payload';
import { afterEach, expect, it } from 'vitest';
import { json, openBrowser, type Browser } from '../testing/browser.ts';
import { inConfig } from '../testing/form.ts';
import { hostile } from '../testing/sentences.ts';
import { SideBySide } from './SideBySide.tsx';

let page: Browser;
let chosen: object[] = [];
afterEach(() => page.close());
const fields = [
  { name: 'title', label: '标题', type: 'text' },
  { name: 'summary', label: '摘要', type: 'textarea' },
] as unknown as ClientField[];
const open = async (
  mine: object,
  theirs: object,
  read: object = { title: '原题', summary: '原摘要' },
  busy = false,
) => {
  chosen = [];
  page = await openBrowser(
    inConfig(
      createElement(SideBySide, {
        busy,
        fields,
        mine: { ...mine },
        onChosen: (content) => void chosen.push(content),
        read: { ...read },
        theirs: { ...theirs },
      }),
    ),
    () => json(200, { docs: [] }),
  );
};

it('only what differs is asked; what only one side changed is proposed from there', async () => {
  await open({ title: '我的题', summary: '原摘要' }, { title: '原题', summary: '他的摘要' });
  expect(page.texts('tbody th')).toEqual(['标题', '摘要']);
  await page.press('按选的保存');
  expect(chosen).toEqual([{ title: '我的题', summary: '他的摘要' }]);
});

it('what both changed says so; one press takes all of one side', async () => {
  await open({ title: '我的题', summary: '我的摘要' }, { title: '他的题', summary: '他的摘要' });
  expect(page.texts('tbody th small')).toEqual(['两边都改了', '两边都改了']);
  await page.press('全用存着的');
  await page.press('按选的保存');
  await page.press('全用我写的');
  await page.press('按选的保存');
  expect(chosen).toEqual([
    { title: '他的题', summary: '他的摘要' },
    { title: '我的题', summary: '我的摘要' },
  ]);
});

it('both texts are words; while it is being sent it is not sent again', async () => {
  await open({ title: hostile, summary: '原摘要' }, { title: '他的题', summary: '原摘要' }, undefined, true);
  expect(page.texts('script, img')).toEqual([]);
  expect(page.texts('pre')).toEqual(['他的题', hostile]);
  expect(page.isDisabled('按选的保存')).toBe(true);
  expect(page.texts('.cx-buttons button')).toEqual(['按选的保存']);
});

it('nothing differs: says that only the state has changed', async () => {
  await open({ title: '甲' }, { title: '甲' });
  expect(page.texts('p')).toEqual(['填写的内容没有不同，只是状态变了：可以再按保存，或者刷新页面看看走到了哪一步。']);
});
