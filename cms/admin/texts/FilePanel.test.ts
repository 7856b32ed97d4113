import { createElement } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import type { ComparedFile } from '../../desk/texts/compare-file.ts';
import { json, openBrowser, type Answering, type Browser } from '../testing/browser.ts';
import { FilePanel } from './FilePanel.tsx';

let page: Browser;
afterEach(() => page.close());
const file = (more: Partial<ComparedFile> = {}): ComparedFile => ({
  waits: true,
  version: 'f1',
  writers: ['维护服务器的人'],
  barring: [],
  doubts: [],
  mayAgree: true,
  title: '城市信息',
  file: 'content/region/guangyuan.yaml',
  why: '改过',
  since: '2026-06-14T01:00:00.000Z',
  lines: [{ label: '电话', now: '0839-1', next: '0839-2' }],
  ...more,
});
const path = '/api/public-texts/region-guangyuan/agree';
const open = async (one: ComparedFile, answer?: Answering) => {
  page = await openBrowser(createElement(FilePanel, { file: one, path, wrote: '今天 09:00' }), answer);
};
const agree = '同意，换上新的';

it('says which file, why it waits, when it was written and what would change; asks nothing by itself', async () => {
  await open(file());
  expect([page.texts('p')[0], page.texts('tbody tr'), page.asked]).toEqual([
    'content/region/guangyuan.yaml：改过。文件上次写入：今天 09:00。',
    ['电话0839-10839-2'],
    [],
  ]);
});

describe('同意', () => {
  it('is for the words that were seen; then the file says that the site is like it', async () => {
    let isDone = false;
    await open(file(), ({ method }) => {
      if (method === 'GET') return json(200, file({ waits: !isDone as true, mayAgree: !isDone }));
      isDone = true;
      return json(200, { message: '已同意。' });
    });
    await page.press(agree);
    expect(page.asked.map(({ body, method }) => [method, body])).toEqual([
      ['POST', { version: 'f1' }],
      ['GET', undefined],
    ]);
    expect([page.texts('p'), page.texts('button, table')]).toEqual([
      ['content/region/guangyuan.yaml：网站上的文字和这份文件一样了。', '已同意。'],
      [],
    ]);
  });

  it('the file was written again meanwhile: refused, and the newer words are there to be agreed to', async () => {
    let waits = true;
    await open(file(), ({ body, method }) => {
      if (method === 'GET')
        return json(
          200,
          file({ waits: waits as true, version: 'f2', lines: [{ label: '电话', now: '0839-1', next: '0839-3' }] }),
        );
      waits = (body as { version: string }).version !== 'f2';
      return waits ? json(409, { message: '文件刚才又改过。' }) : json(200, { message: '已同意。' });
    });
    await page.press(agree);
    expect([page.texts('[role=alert]'), page.texts('tbody tr')]).toEqual([['文件刚才又改过。'], ['电话0839-10839-3']]);
    await page.press(agree);
    expect(page.asked.filter(({ method }) => method === 'POST').map(({ body }) => body)).toEqual([
      { version: 'f1' },
      { version: 'f2' },
    ]);
    expect(page.texts('p')[0]).toBe('content/region/guangyuan.yaml：网站上的文字和这份文件一样了。');
  });

  it('no answer at all: what the page came with stays, and it says to look', async () => {
    await open(file());
    await page.press(agree);
    expect([page.texts('[role=alert]'), page.texts('tbody tr').length, page.isDisabled(agree)]).toEqual([
      ['没有收到服务器的回答：请刷新页面，看看有没有同意上。'],
      1,
      false,
    ]);
  });

  it('is not offered to who may not, nor where a number bars it', async () => {
    await open(file({ mayAgree: false, barring: ['里面有身份证号码。'] }));
    expect([page.texts('button'), page.texts('.cx-waiting__blame'), page.texts('.cx-quiet')]).toEqual([
      [],
      ['里面有身份证号码。'],
      [],
    ]);
  });
});

describe('what the checks may have read wrongly', () => {
  const doubtful = file({ doubts: ['像是指名批评。'] });

  it.each([
    ['', true],
    ['同名', true],
    [' 同 名 ', true],
    ['同名单位', false],
  ])('a reason of %j: the button rests %j', async (reason, rests) => {
    await open(doubtful);
    await page.type('理由', reason);
    expect(page.isDisabled(agree)).toBe(rests);
  });

  it('goes along with its reason; after a refusal the reason is still there', async () => {
    let status = 422;
    await open(doubtful, ({ method }) => (method === 'GET' ? json(200, doubtful) : json(status, { message: '答。' })));
    const reason = () => (page.find('textarea') as HTMLTextAreaElement).value;
    await page.type('理由', '只是同名的单位');
    await page.press(agree);
    expect([page.asked[0]?.body, reason()]).toEqual([{ version: 'f1', reason: '只是同名的单位' }, '只是同名的单位']);
    status = 200;
    await page.press(agree);
    expect(reason()).toBe('');
  });

  it('others are told whom to ask', async () => {
    await open(file({ mayAgree: false, doubts: ['像是指名批评。'] }));
    expect(page.texts('.cx-quiet')).toEqual(['确属看错的，请保密审查人写明理由后同意。']);
  });
});
