import { createElement } from 'react';
import { afterEach, expect, it } from 'vitest';
import { json, openBrowser, type Answering, type Browser } from '../testing/browser.ts';
import { LexiconImport } from './LexiconImport.tsx';

let page: Browser;
afterEach(() => page.close());
const open = async (name: string, answer?: Answering) => {
  page = await openBrowser(createElement(LexiconImport), answer);
  const input = page.find('input[type=file]') as HTMLInputElement;
  Object.defineProperty(input, 'files', { configurable: true, value: [new File(['x'], name)] });
  await page.fire(input, new Event('change', { bubbles: true }));
};
const report = { added: Array.from({ length: 61 }, (_, i) => `词${i}`), changed: [], removed: ['旧词'] };

it('first what would change, then the change; a sheet says what the list is', async () => {
  await open('用语.xlsx', () => json(200, { message: '会新增61条，删去1条。', report }));
  await page.type('短名', 'local-terms');
  expect(page.texts('button')).toEqual(['先看会改什么']);
  await page.press('先看会改什么');
  const query = new URL(page.asked[0]?.path ?? '', 'http://localhost').searchParams;
  expect(Object.fromEntries(query)).toEqual({ name: '用语.xlsx', slug: 'local-terms', group: 'wording', dry: '1' });
  expect(page.texts('p').slice(-2)).toEqual([`新增：${report.added.slice(0, 60).join('、')} 等`, '删去：旧词']);
  expect(page.went).toEqual([]);
  await page.press('导入');
  expect(new URL(page.asked[1]?.path ?? '', 'http://localhost').searchParams.has('dry')).toBe(false);
  expect(page.went).toEqual(['reload']);
});

it('YAML says itself what the list is', async () => {
  await open('list.yaml', () => json(422, { message: '第3条没有正确写法。' }));
  expect(page.texts('label')).toHaveLength(1);
  await page.press('先看会改什么');
  expect([page.asked[0]?.path, page.texts('[role=alert]'), page.texts('button')]).toEqual([
    '/api/lexicons/import?name=list.yaml&dry=1',
    ['第3条没有正确写法。'],
    ['先看会改什么'],
  ]);
});

it('what was seen counts only for what stands there: another word asks to look again', async () => {
  await open('用语.xlsx', () => json(200, { message: '会新增1条。' }));
  await page.press('先看会改什么');
  expect(page.texts('button')).toContain('导入');
  await page.type('版次', '2026-11-21');
  expect(page.texts('button')).not.toContain('导入');
});

it('looking changes nothing, and says so when no answer comes; of an import nobody knows', async () => {
  let isLost = true;
  await open('用语.xlsx', () =>
    isLost ? Promise.reject(new TypeError('fetch failed')) : json(200, { message: '会新增1条。' }),
  );
  await page.press('先看会改什么');
  expect(page.texts('[role=alert]')).toEqual(['没有连上服务器，什么都没有改变：请检查网络后再试。']);
  isLost = false;
  await page.press('先看会改什么');
  isLost = true;
  await page.press('导入');
  expect(page.texts('[role=alert]')).toEqual([
    '没有收到服务器的回答，不知道导入了没有：请检查网络后再导入一次，同一份文件不会导入两遍。',
  ]);
});

it('a file that was chosen while another was looked at has not been seen: it cannot be imported yet', async () => {
  let answer: (response: Response) => void = () => undefined;
  await open(
    '用语.xlsx',
    () =>
      new Promise((done) => {
        answer = done;
      }),
  );
  await page.press('先看会改什么');
  const input = page.find('input[type=file]');
  Object.defineProperty(input, 'files', { configurable: true, value: [new File(['y'], '别的.xlsx')] });
  await page.fire(input, new Event('change', { bubbles: true }));
  await page.meanwhile(() => answer(json(200, { message: '会新增1条。' })));
  expect([page.texts('button'), page.texts('[role=status]')]).toEqual([['先看会改什么'], []]);
  expect(page.isDisabled('先看会改什么')).toBe(false);
});
