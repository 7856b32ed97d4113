import { createElement } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { reviewActNames, reviewActs } from '../../story/act.ts';
import { storeOf } from '../saved/store.ts';
import { json, openBrowser, type Answering, type Browser } from '../testing/browser.ts';
import { hostile } from '../testing/sentences.ts';
import { option, reviewSheet } from '../testing/review-sheet.ts';
import { ReviewPanel } from './ReviewPanel.tsx';

let page: Browser;
afterEach(() => page.close());
const comments = { comments: [] as object[], paragraphs: ['第一段。'] };
/** A server that knows this sheet; `act` answers what is done. */
const server =
  (now: () => object, act: Answering = () => json(200, { message: '已做。' }), said = comments): Answering =>
  (asked) =>
    asked.method === 'POST'
      ? act(asked)
      : asked.path.endsWith('/review')
        ? json(200, now())
        : asked.path.endsWith('/comments')
          ? json(200, said)
          : json(200, { docs: [{ serial: 7 }] });
const open = async (answer?: Answering, storyId: string | null = 's1') => {
  page = await openBrowser(createElement(ReviewPanel, { siteUrl: 'http://site.example', storyId }), answer);
};
const posted = () => page.asked.filter(({ method }) => method === 'POST').map(({ body, path }) => [path, body]);

it('a story that was never saved cannot be handed in', async () => {
  await open(undefined, null);
  expect([page.text(), page.asked]).toEqual(['审签保存以后才能送审。', []]);
});

describe('what I may do', () => {
  it('forward first and black, backward after it; a note is asked for where it must be', async () => {
    await open(server(() => reviewSheet({ acts: [option('return', { needsNote: true }), option('approve-first')] })));
    expect(page.texts('.cx-review__acts')[0]).toBe(`${reviewActs['approve-first']}${reviewActs.return}看网站`);
    expect(page.texts('.cx-button--main')).toEqual([reviewActs['approve-first']]);
    expect(page.isDisabled(reviewActs.return)).toBe(true);
    await page.type('意见', ' 第二段没有来源 ');
    await page.press(reviewActs.return);
    expect(posted()).toEqual([['/api/stories/s1/review/return', { note: '第二段没有来源' }]]);
    expect(page.went).toEqual(['reload']);
  });

  it('what is missing is said once, beside the button that waits for it', async () => {
    await open(
      server(() =>
        reviewSheet({
          stage: 'draft',
          acts: [option('submit', { allowed: false, blocked: true, reason: '缺来源。' })],
          missing: ['缺来源。', '缺作者。'],
        }),
      ),
    );
    expect(page.isDisabled(reviewActs.submit)).toBe(true);
    expect(page.texts('.cx-review__blocked p')).toEqual(['还缺下面几项，补好就能按。']);
    expect(page.text()).toContain('送审前还缺缺来源。缺作者。');
  });

  it('every act that I may not do says why', async () => {
    await open(
      server(() =>
        reviewSheet({ acts: reviewActNames.map((act) => option(act, { allowed: false, reason: `不能：${act}。` })) }),
      ),
    );
    expect(page.texts('details p').filter((line) => line.includes('不能'))).toEqual(
      reviewActNames.map((act) => `${reviewActs[act]}：不能：${act}。`),
    );
    expect(page.texts('.cx-button--main')).toEqual([]);
  });

  it('nothing is reviewed while something is not saved, and it says so', async () => {
    storeOf('stories/s2').stand('changed');
    await open(
      server(() => reviewSheet({ acts: [option('approve-first')] })),
      's2',
    );
    expect(page.asked.filter(({ path }) => path.endsWith('/review'))).toEqual([]);
    await page.close();
    await open(
      server(() => reviewSheet({ acts: [option('approve-first')] })),
      's3',
    );
    await page.meanwhile(() => storeOf('stories/s3').stand('changed'));
    expect(page.isDisabled(reviewActs['approve-first'])).toBe(true);
    expect(page.texts('#cx-not-yet')[0]).toMatch(/还没有保存/);
  });
});

describe('what goes wrong', () => {
  it('a refusal is said, the sheet is read anew', async () => {
    await open(
      server(
        () => reviewSheet({ acts: [option('approve-first')] }),
        () => json(409, { message: '刚有人审过了。' }),
      ),
    );
    await page.press(reviewActs['approve-first']);
    expect([page.texts('.cx-review__said[role=alert]'), page.went]).toEqual([['刚有人审过了。'], []]);
    expect(page.asked.filter(({ path }) => path.endsWith('/review'))).toHaveLength(2);
  });

  it('an answer that was lost does not say that nothing has changed', async () => {
    await open(
      server(
        () => reviewSheet({ acts: [option('approve-first')] }),
        () => Promise.reject(new TypeError('fetch failed')),
      ),
    );
    await page.press(reviewActs['approve-first']);
    expect(page.texts('.cx-review__said[role=alert]')).toEqual([
      '没有收到服务器的回答：请刷新这一页，看看做成了没有。',
    ]);
  });

  it('what was done stays said when the network goes before the sheet is read anew', async () => {
    let isGone = false;
    const known = server(
      () => reviewSheet({ acts: [option('approve-first')] }),
      () => {
        isGone = true;
        return json(409, { message: '刚有人审过了。' });
      },
    );
    await open((asked) => (isGone ? Promise.reject(new TypeError('fetch failed')) : known(asked)));
    await page.press(reviewActs['approve-first']);
    expect(page.texts('.cx-review__said[role=alert]')).toEqual(['刚有人审过了。']);
  });

  it('a refusal of the shell, without a sentence of ours, is said too', async () => {
    await open(() => json(403, { errors: [{ message: '请先登录后台。' }] }));
    expect(page.texts('.cx-review__said[role=alert]')).toEqual(['请先登录后台。']);
  });
});

describe('urgent correction', () => {
  const pending = { byName: '示例终审', passage: { wrong: '八万', right: '六万' }, note: '抄错了' };
  const urgent = (more: object) =>
    reviewSheet({ stage: 'signed', acts: [option('correct-urgent', { label: '紧急更正' })], ...more });

  it('the second person confirms the very same words; others are a proposal of their own', async () => {
    await open(server(() => urgent({ pending })));
    expect(page.texts('.cx-button--main')).toEqual(['核对无误，确认更正']);
    await page.type('改为', '七万');
    expect(page.texts('.cx-button--main')).toEqual([]);
    await page.type('改为', '六万');
    await page.press('核对无误，确认更正');
    expect(posted()).toEqual([
      ['/api/stories/s1/review/correct-urgent', { wrong: '八万', right: '六万', note: '抄错了' }],
    ]);
  });

  it('a proposal that comes while the page stands open is the one that is shown', async () => {
    let now = urgent({});
    await open(
      server(
        () => now,
        () => {
          now = urgent({ pending });
          return json(409, { message: '另有人提出了更正。' });
        },
      ),
    );
    await page.type('原文', '别的');
    await page.type('改为', '另外的');
    await page.type('原因', '笔误');
    await page.press('提出紧急更正');
    expect([...page.root.querySelectorAll<HTMLInputElement>('input[type=text]')].map(({ value }) => value)).toEqual([
      '八万',
      '六万',
    ]);
    expect(page.texts('.cx-button--main')).toEqual(['核对无误，确认更正']);
  });
});

describe('批注', () => {
  const comment = (more: object) => ({
    id: 'c1',
    text: '数字不对',
    must: true,
    byName: '示例初审',
    at: '2026-06-14T01:00:00.000Z',
    paragraph: 1,
    quote: '第一段。',
    orphaned: false,
    resolved: null,
    refusal: null,
    ...more,
  });

  it('is sent with its paragraph; the box is empty afterwards and the review is asked anew', async () => {
    await open(server(() => reviewSheet()));
    await page.type('批注哪一段', '1');
    const [box] = [...page.root.querySelectorAll('textarea')].slice(-1);
    box?.setAttribute('aria-label', '写批注');
    await page.type('写批注', ' 数字不对 ');
    await page.press('加批注');
    expect(posted()).toEqual([['/api/stories/s1/comments', { text: '数字不对', paragraph: 1, must: false }]]);
    expect(box?.value).toBe('');
    expect(page.asked.filter(({ path }) => path.endsWith('/review'))).toHaveLength(2);
  });

  it('open ones stand first with what they are about; only who may resolves', async () => {
    const all = [
      comment({ id: 'c0', resolved: { byName: '示例作者', at: '2026-06-14T02:00:00.000Z' } }),
      comment({ text: hostile, quote: `${'𠮷'.repeat(70)}` }),
      comment({ id: 'c2', text: '另一条', paragraph: null, orphaned: true, refusal: '不是您提的。' }),
    ];
    await open(server(() => reviewSheet(), undefined, { ...comments, comments: all }));
    expect(page.texts('script, img')).toEqual([]);
    expect(page.texts('summary')).toContain('批注（2条未办结）');
    expect(page.texts('blockquote')[0]).toBe(`${'𠮷'.repeat(60)}…`);
    expect(page.text()).toContain('所在的段落已经删去或重写');
    expect(page.texts('button').filter((words) => words === '办结')).toHaveLength(1);
    await page.press(`办结：${hostile}`);
    expect(posted()).toEqual([['/api/stories/s1/comments/c1/resolve', {}]]);
  });
});
