import { createElement } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PushSheet } from '../../push/look.ts';
import { json, openBrowser, type Answering, type Browser } from '../testing/browser.ts';
import { PushDeskView } from './PushDeskView.tsx';

let page: Browser;
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(async () => {
  vi.useRealTimers();
  await page.close();
});
const room = [{ per: 'hour' as const, limit: 30, left: 29 }];
const choice = (id: string, name: string, more = {}) => ({
  id,
  name,
  type: id,
  why: null,
  notes: [],
  room,
  lead: { label: '摘要', limit: 120 },
  ...more,
});
const sheet = (more: Partial<PushSheet> = {}): PushSheet => ({
  title: '一杆老秤（示例）',
  summary: '两步。',
  post: null,
  form: {
    story: 's1',
    channels: [],
    day: '2026-06-16',
    time: '09:00',
    words: [],
    festive: false,
    misfire: 'late',
    misfireWindow: 180,
  },
  next: { day: '2026-06-16', time: '09:00' },
  choices: [choice('weibo', '微博'), choice('press', '广元日报', { why: '标题太长。', room: [], lead: null })],
  refusals: ['请至少选一个渠道。'],
  warnings: [],
  sentence: '还没有选渠道。',
  previews: [],
  whyNot: { ask: null, decide: '还没有提出。', cancel: null },
  ...more,
});
const asked = (over: Partial<PushSheet> = {}) =>
  sheet({
    post: { id: 'p1', wording: 'w1', standing: 'waiting', isOver: false, said: ['6月15日 09:00 示例采编 提出'] },
    form: { ...sheet().form, channels: ['weibo'] },
    refusals: [],
    whyNot: { ask: null, decide: null, cancel: null },
    ...over,
  });
const looked =
  (over: Partial<PushSheet> = {}): Answering =>
  (request) =>
    request.path.endsWith('/look')
      ? json(200, sheet({ refusals: [], sentence: '《一杆老秤（示例）》发到微博。', ...over }))
      : json(200, { message: '已提出。', warnings: [], id: 'p9' });
const open = async (first: PushSheet, answer: Answering = looked()) => {
  page = await openBrowser(createElement(PushDeskView, { sheet: first, today: '2026-06-15' }), answer);
};
/** As long as somebody types, and a little. */
const look = () => page.meanwhile(() => vi.advanceTimersByTime(450));
const tick = async (id: string) => {
  const box = page.root.querySelector<HTMLInputElement>(`input[aria-describedby="cx-push-${id}"]`)!;
  await page.meanwhile(() => box.click());
};

describe('asking for a push', () => {
  it('says beside each channel what it still takes, or why it cannot be chosen', async () => {
    await open(sheet());
    expect(page.texts('#cx-push-weibo')).toEqual(['这一小时还能发29条（限30条）']);
    expect(page.texts('#cx-push-press')).toEqual(['标题太长。']);
    expect(page.root.querySelector<HTMLInputElement>('[aria-describedby="cx-push-press"]')?.disabled).toBe(true);
    expect(page.isDisabled('提出，请人确认')).toBe(true);
  });

  it('what is chosen is looked at, and then asked for as it was seen', async () => {
    await open(sheet());
    await tick('weibo');
    expect(page.texts('.cx-push__sentence')).toEqual(['正在核对…']);
    await look();
    expect(page.texts('.cx-push__sentence')).toEqual(['《一杆老秤（示例）》发到微博。']);
    await page.press('提出，请人确认');
    expect(page.asked.map(({ path }) => path)).toEqual(['/api/daily-posts/look', '/api/daily-posts/ask']);
    expect(page.asked[1]?.body).toMatchObject({ story: 's1', channels: ['weibo'], day: '2026-06-16', time: '09:00' });
    expect(page.went).toEqual(['assign /admin/push?post=p9']);
  });

  it('words for a channel stand only while the channel is chosen', async () => {
    await open(sheet());
    expect(page.texts('textarea')).toEqual([]);
    await tick('weibo');
    await page.type('微博的摘要（0/120）', '一句话');
    await look();
    expect(page.asked.at(-1)?.body).toMatchObject({ words: [{ channel: 'weibo', text: '一句话' }] });
    await tick('weibo');
    expect(page.texts('textarea')).toEqual([]);
  });

  it('the next good slot is one press', async () => {
    await open(sheet({ next: { day: '2026-06-17', time: '10:15' } }));
    await page.press('用下一个合适时段：6月17日 星期三 10:15');
    await look();
    expect(page.asked.at(-1)?.body).toMatchObject({ day: '2026-06-17', time: '10:15' });
  });

  it('what cannot be read is said, and nothing can be asked for meanwhile', async () => {
    await open(sheet(), () => json(422, { message: '时刻不对：请写成 09:00 这样的 24 小时制时分。' }));
    await page.type('时刻', '九点');
    await look();
    expect(page.texts('.cx-push__sentence')).toEqual(['时刻不对：请写成 09:00 这样的 24 小时制时分。']);
    expect(page.isDisabled('提出，请人确认')).toBe(true);
  });

  it.each<[string, Answering, () => Promise<void>]>([
    ['before it was looked at', looked(), async () => {}],
    ['after it was refused', () => json(422, { message: '时刻不对。' }), look],
  ])('typed, and typed back as it was %s: all is as before', async (_, answer, between) => {
    await open(asked(), answer);
    await page.type('时刻', '9');
    await between();
    await page.type('时刻', '09:00');
    await look();
    expect(page.texts('.cx-push__sentence')).toEqual(['还没有选渠道。']);
    expect(page.isDisabled('确认发出')).toBe(false);
  });

  it('a refusal stays on the page with everything that was chosen', async () => {
    const refuses: Answering = (request) =>
      request.path.endsWith('/ask') ? json(409, { message: '一模一样的推送已经提过了。' }) : looked()(request);
    await open(sheet(), refuses);
    await tick('weibo');
    await look();
    await page.press('提出，请人确认');
    expect([page.texts('[role=alert]'), page.went]).toEqual([['一模一样的推送已经提过了。'], []]);
    expect(page.root.querySelector<HTMLInputElement>('[aria-describedby="cx-push-weibo"]')?.checked).toBe(true);
  });
});

describe('the second person', () => {
  it('confirms what is on the page, by its wording', async () => {
    await open(asked());
    expect(page.texts('.cx-push__said li')).toEqual(['6月15日 09:00 示例采编 提出']);
    await page.press('确认发出');
    expect(page.asked).toMatchObject([{ path: '/api/daily-posts/p1/confirm', body: { seen: 'w1' } }]);
  });

  it('does not agree, or cancels, with a reason only', async () => {
    await open(asked());
    await page.press('不同意…');
    expect(page.isDisabled('不同意')).toBe(true);
    await page.type('为什么不同意', '和会议撞了');
    await page.submit();
    expect(page.asked).toMatchObject([
      { path: '/api/daily-posts/p1/decline', body: { seen: 'w1', reason: '和会议撞了' } },
    ]);
  });

  it('who may not is told why; what was changed is asked for, not confirmed', async () => {
    const mine = asked({ whyNot: { ask: null, decide: '这一条是您提出或改过的，要由另一个人确认。', cancel: null } });
    await open(mine, looked({ post: mine.post }));
    expect(page.isDisabled('确认发出')).toBe(true);
    expect(page.text()).toContain('要由另一个人确认');
    await page.type('时刻', '10:00');
    await look();
    expect(page.texts('.cx-push__acts button')).toEqual(['改成这样，请人确认']);
    await page.press('改成这样，请人确认');
    expect(page.asked.at(-1)).toMatchObject({
      path: '/api/daily-posts/p1/change',
      body: { seen: 'w1', time: '10:00' },
    });
  });

  it('of what has gone out nothing can be changed', async () => {
    const over = '这一条已经发出、处理过或取消了。';
    await open(
      asked({
        post: { id: 'p1', wording: 'w1', standing: 'confirmed', isOver: true, said: [] },
        whyNot: { ask: over, decide: over, cancel: over },
      }),
    );
    expect(page.texts('.cx-push__acts button')).toEqual(['取消这条推送…']);
    expect(page.isDisabled('取消这条推送…')).toBe(true);
    expect(page.root.querySelectorAll('.cx-push input:not([disabled])')).toHaveLength(0);
  });
});

it('each channel’s preview stands under its name; a page in it can do nothing', async () => {
  await open(
    sheet({
      previews: [
        { channel: 'wechat', name: '微信公众号', kind: 'page', html: '<p>样子</p>', lead: '一句' },
        {
          channel: 'weibo',
          name: '微博',
          kind: 'text',
          text: '【题】一句',
          account: '示例',
          pictureUrl: null,
          shortened: true,
        },
      ],
    }),
  );
  expect(page.texts('.cx-push__previews h3')).toEqual(['微信公众号', '微博']);
  expect(page.find('iframe').getAttribute('sandbox')).toBe('allow-same-origin');
  expect(page.texts('.cx-push__post .cx-red')).toEqual(['太长，末尾截去了。']);
});
