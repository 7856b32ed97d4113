import { createElement } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { storeOf } from '../saved/store.ts';
import { json, openBrowser, type Answering, type Browser } from '../testing/browser.ts';
import { knowing, onRow, signedInAs } from '../testing/desk-shell.ts';
import { hostile } from '../testing/sentences.ts';
import type { Words } from './use-words.ts';
import { WaitingPanel } from './WaitingPanel.tsx';

let page: Browser;
afterEach(async () => {
  storeOf('columns/c1').stand('saved');
  await page.close();
});
const words = (more: Partial<Words> = {}): Words => ({
  waits: true,
  meanwhile: '之前网站上还是原来的',
  version: 'w1',
  writers: ['示例采编'],
  refusal: null,
  barring: [],
  doubts: [],
  mayAgree: false,
  mayRefuse: false,
  lines: [
    { label: '名称', now: '信用知识', next: '信用常识' },
    { label: '说明', now: '知识。', next: '知识。' },
  ],
  ...more,
});
const open = async (answer: Answering) => {
  page = await openBrowser(signedInAs({}, onRow('columns', 'c1', createElement(WaitingPanel))), knowing({}, answer));
};
const reads = (more: Partial<Words> = {}, post: Answering = () => json(200, { message: '已同意。' })): Answering => {
  return (asked) => (asked.method === 'POST' ? post(asked) : json(200, words(more)));
};
const posted = () => page.asked.filter(({ method }) => method === 'POST').map(({ body, path }) => [path, body]);
const agree = '同意，换上新的';

describe('what is said of words that wait', () => {
  it('a row that was never saved shows nothing to the public, and says so without asking', async () => {
    page = await openBrowser(
      signedInAs({}, onRow('columns', undefined, createElement(WaitingPanel))),
      knowing({}, reads()),
    );
    expect(page.texts('.cx-quiet')).toEqual(['存好以后等第二人同意，之前网站上不显示。']);
    expect(page.asked.filter(({ path }) => path.endsWith('/agree'))).toEqual([]);
  });

  it.each<[string, Partial<Words>, string]>([
    ['nothing waits', { waits: false }, '和这里存着的一样。改了以后等第二人同意，之前网站上还是原来的。'],
    ['who wrote them', { writers: ['甲', '乙'] }, '等第二人同意，之前网站上还是原来的。写的人：甲、乙。'],
    ['nobody knows who wrote them', { writers: [] }, '等第二人同意，之前网站上还是原来的。'],
    [
      'who did not agree and why',
      { refusal: { name: '示例终审', reason: '没有依据' } },
      '示例终审没有同意：没有依据 写的人：示例采编。',
    ],
  ])('%s', async (_, more, said) => {
    await open(reads(more));
    expect(page.texts('section > p')[0]).toBe(said);
  });

  it('only what differs stands side by side; what is taken away or new is said in words', async () => {
    await open(
      reads({
        lines: [
          { label: '名称', now: '甲', next: '甲' },
          { label: '说明', now: '', next: hostile },
          { label: '关键词', now: '诚信', next: '' },
        ],
      }),
    );
    expect(page.texts('tbody tr')).toEqual([`说明（没有）${hostile}`, '关键词诚信（没有）']);
    expect(page.texts('script, img')).toEqual([]);
  });
});

describe('同意', () => {
  it('is for the very words on the screen; afterwards it is read anew', async () => {
    await open(reads({ mayAgree: true }));
    await page.press(agree);
    expect(posted()).toEqual([['/api/columns/c1/agree', { version: 'w1' }]]);
    expect(page.asked.at(-1)).toMatchObject({ method: 'GET', path: '/api/columns/c1/agree' });
  });

  it('is not offered to who may not', async () => {
    await open(reads());
    expect(page.texts('button')).toEqual([]);
  });

  it('rests while the form is not saved: it would be of other words than those that stand there', async () => {
    await open(reads({ mayAgree: true }));
    await page.meanwhile(() => storeOf('columns/c1').stand('changed'));
    expect(page.isDisabled(agree)).toBe(true);
    await page.meanwhile(() => storeOf('columns/c1').stand('saved'));
    expect(page.isDisabled(agree)).toBe(false);
  });

  it('somebody has changed them meanwhile: the refusal is said, and the newer words are on the screen', async () => {
    let version = 'w1';
    await open((asked) => {
      if (asked.method !== 'POST') return json(200, words({ mayAgree: true, version }));
      version = 'w2';
      return json(409, { message: '刚才又有人改过。' });
    });
    await page.press(agree);
    await page.press(agree);
    expect(page.texts('[role=alert]')).toEqual(['刚才又有人改过。']);
    expect(posted().map(([, body]) => body)).toEqual([{ version: 'w1' }, { version: 'w2' }]);
  });

  it.each<[string, Answering]>([
    ['no network', () => Promise.reject(new TypeError('fetch failed'))],
    ['a page of a proxy', () => new Response('<html>', { status: 502 })],
  ])('%s: nobody knows, and it says to look', async (_, post) => {
    await open(reads({ mayAgree: true }, post));
    await page.press(agree);
    expect(page.texts('[role=alert]')).toEqual(['没有收到服务器的回答：请刷新页面，看看有没有同意上。']);
  });

  it('half an answer to the reading after it leaves what was shown', async () => {
    let isDone = false;
    await open((asked) => {
      if (asked.method === 'POST') {
        isDone = true;
        return json(200, { message: '已同意。' });
      }
      return isDone ? new Response('{"waits":', { status: 200 }) : json(200, words({ mayAgree: true }));
    });
    await page.press(agree);
    expect([page.texts('[role=status]'), page.texts('tbody tr').length]).toEqual([['已同意。'], 1]);
  });
});

describe('what the checks said', () => {
  it('a number nobody may make public bars everybody', async () => {
    await open(reads({ barring: ['里面有身份证号码。'], doubts: ['像是指名批评。'] }));
    expect(page.texts('.cx-waiting__blame')).toEqual(['里面有身份证号码。', '像是指名批评。']);
    expect(page.texts('.cx-quiet')).toEqual([]);
  });

  it('a doubt is the secrecy reviewer’s: others are told whom to ask', async () => {
    await open(reads({ doubts: ['像是指名批评。'] }));
    expect(page.texts('.cx-quiet')).toEqual(['确属看错的，请没有改过这段文字的保密审查人写明理由后同意。']);
  });

  it('a reason goes along, and is not that of the next words too', async () => {
    let version = 'w1';
    await open((asked) => {
      if (asked.method !== 'POST') return json(200, words({ doubts: ['像是指名批评。'], mayAgree: true, version }));
      version = 'w2';
      return json(200, { message: '已同意。' });
    });
    expect(page.isDisabled(agree)).toBe(true);
    await page.type('理由', '同名');
    expect(page.isDisabled(agree)).toBe(true);
    await page.type('理由', '只是同名的单位');
    await page.press(agree);
    expect(posted()[0]?.[1]).toEqual({ version: 'w1', reason: '只是同名的单位' });
    expect([(page.find('textarea') as HTMLTextAreaElement).value, page.isDisabled(agree)]).toEqual(['', true]);
  });

  it('a refused agreement keeps the reason', async () => {
    await open(reads({ doubts: ['像是指名批评。'], mayAgree: true }, () => json(422, { message: '理由太短。' })));
    await page.type('理由', '只是同名的单位');
    await page.press(agree);
    expect((page.find('textarea') as HTMLTextAreaElement).value).toBe('只是同名的单位');
  });
});

describe('不同意', () => {
  const refuse = '不同意，退回去';

  it('with a reason, to the very words on the screen', async () => {
    await open(reads({ mayRefuse: true }, () => json(200, { message: '已退回。' })));
    await page.type('理由', '没有');
    expect(page.isDisabled(refuse)).toBe(true);
    await page.type('理由', ' 没有依据 ');
    await page.press(refuse);
    expect(posted()).toEqual([['/api/columns/c1/refuse', { version: 'w1', reason: ' 没有依据 ' }]]);
    expect(page.texts('[role=status]')).toEqual(['已退回。']);
  });

  it('refused or lost: said beside the reason, which stays', async () => {
    await open(reads({ mayRefuse: true }, () => Promise.reject(new TypeError('fetch failed'))));
    await page.type('理由', '没有依据');
    await page.press(refuse);
    expect(page.texts('details [role=alert]')).toEqual(['没有收到服务器的回答：请刷新页面，看看有没有记下。']);
    expect((page.find('textarea') as HTMLTextAreaElement).value).toBe('没有依据');
  });
});
