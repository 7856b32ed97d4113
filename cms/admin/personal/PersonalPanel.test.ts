import { createElement } from 'react';
import { afterEach, expect, it } from 'vitest';
import { json, openBrowser, type Answering, type Browser } from '../testing/browser.ts';
import { hostile } from '../testing/sentences.ts';
import { PersonalPanel } from './PersonalPanel.tsx';

let page: Browser;
afterEach(() => page.close());
const fields = [
  { path: 'consent', label: '同意书' },
  { path: 'file', label: '文件' },
];
const open = async (answer?: Answering) => {
  page = await openBrowser(createElement(PersonalPanel, { collection: 'nominations', fields, id: 'n1' }), answer);
};
const ask = async (field: string, reason: string) => {
  await page.press('查看个人信息');
  await page.type('看哪一项', field);
  await page.type('理由', reason);
  await page.press('查看并记录');
};

it('is shown only once a reason was sent, as words', async () => {
  await open(() => json(200, { message: '', lines: [hostile] }));
  await ask('consent', '核对同意书');
  expect(page.asked).toEqual([
    {
      method: 'POST',
      path: '/api/personal-data/view',
      body: { collection: 'nominations', id: 'n1', field: 'consent', reason: '核对同意书' },
    },
  ]);
  expect(page.texts('[aria-live] strong, [aria-live] li')).toEqual(['同意书', hostile]);
  expect(page.texts('script, img')).toEqual([]);
});

it('a file is a link; an empty field says so', async () => {
  await open(({ body }) =>
    json(200, (body as { field: string }).field === 'file' ? { value: '/api/papers/once' } : { lines: [] }),
  );
  await ask('file', '核对同意书');
  expect(page.find('[aria-live] a').getAttribute('href')).toBe('/api/papers/once');
  await ask('consent', '核对同意书');
  expect(page.texts('[aria-live] p')).toEqual(['没有填写。']);
});

it('a refusal shows nothing; the next question begins without it and without the reason', async () => {
  await open(() => json(422, { message: '理由太短。' }));
  await ask('consent', '看看');
  expect([page.texts('dialog [role=alert]'), page.texts('[aria-live] strong')]).toEqual([['理由太短。'], []]);
  await page.press('取消');
  await page.press('查看个人信息');
  expect(page.texts('dialog [role=alert]')).toEqual([]);
  expect((page.find('dialog input') as HTMLInputElement).value).toBe('');
});

it('Enter in the reason asks, and does not save the page around it', async () => {
  await open(() => json(200, { lines: ['甲'] }));
  await page.press('查看个人信息');
  await page.type('理由', '核对同意书');
  await page.key(page.find('dialog input'), 'Enter');
  expect(page.asked).toHaveLength(1);
});

it('Enter that ends a word put together from pinyin is no question; a second Enter asks nothing twice', async () => {
  let answer: (response: Response) => void = () => undefined;
  await open(
    () =>
      new Promise((done) => {
        answer = done;
      }),
  );
  await page.press('查看个人信息');
  await page.type('理由', '核对tongyishu');
  const input = page.find('dialog input');
  await page.key(input, 'Enter', { isComposing: true });
  expect(page.asked).toEqual([]);
  await page.type('理由', '核对同意书');
  await page.key(input, 'Enter');
  await page.key(input, 'Enter');
  expect(page.asked.map(({ body }) => (body as { reason: string }).reason)).toEqual(['核对同意书']);
  await page.meanwhile(() => answer(json(200, { lines: ['甲'] })));
  expect(page.texts('[aria-live] li')).toEqual(['甲']);
});

it('Enter on the choice of the field asks nothing', async () => {
  await open(() => json(200, { lines: ['甲'] }));
  await page.press('查看个人信息');
  await page.key(page.find('dialog select'), 'Enter');
  expect(page.asked).toEqual([]);
});
