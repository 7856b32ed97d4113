import { createElement } from 'react';
import { afterEach, expect, it } from 'vitest';
import { hostileTitle } from '../testing/sentences.ts';
import { json, openBrowser, type Answering, type Browser } from '../testing/browser.ts';
import { FrontPreview } from './FrontPreview.tsx';

let page: Browser;
afterEach(() => page.close());
const open = async (answer: Answering) => {
  page = await openBrowser(createElement(FrontPreview), answer);
  expect(page.isDisabled('看那时的首页')).toBe(true);
  await page.type('看哪一天', '2027-03-15T09:00');
  await page.press('看那时的首页');
};

it('asks for the chosen moment and shows what is agreed and what is saved, titles as words', async () => {
  await open(() =>
    json(200, {
      agreed: { lead: null, pinned: [] },
      saved: { lead: '头条一篇（示例）', pinned: [hostileTitle, '乙稿（示例）'] },
    }),
  );
  expect(page.asked.map(({ path }) => path)).toEqual(['/api/front-pages/preview?at=2027-03-15T09%3A00']);
  expect(page.texts('h4')).toEqual(['已同意的编排', '最近保存的编排']);
  expect(page.texts('[role=status] p')).toEqual([
    '头条：没有定，照常由活动或最新稿件领头',
    '置顶：没有',
    '头条：头条一篇（示例）',
  ]);
  expect(page.texts('li')).toEqual([hostileTitle, '乙稿（示例）']);
});

it('a refusal and a lost network are said in a sentence', async () => {
  await open(() => json(422, { message: '请选要看哪一天。' }));
  expect(page.texts('[role=alert]')).toEqual(['请选要看哪一天。']);
  await page.close();
  await open(() => Promise.reject(new TypeError('fetch failed')));
  expect(page.texts('[role=alert]')).toEqual(['没有连上服务器：请检查网络后再按一次。']);
});
