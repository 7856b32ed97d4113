import { createElement } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import type { ReviewSheet } from '../../review/list-acts.ts';
import { reviewActs } from '../../story/act.ts';
import { json, openBrowser, type Answering, type Browser } from '../testing/browser.ts';
import { option, reviewSheet } from '../testing/review-sheet.ts';
import { ReviewPanel } from './ReviewPanel.tsx';
import { atOnce, isHalf, timesBody } from './ShowingFields.tsx';

let page: Browser;
afterEach(() => page?.close());

const sheet = (more: Partial<ReviewSheet>) => reviewSheet({ stage: 'final', ...more });
const open = async (more: Partial<ReviewSheet>) => {
  const answer: Answering = ({ method, path }) =>
    method === 'POST'
      ? json(200, { message: '已做。' })
      : path.endsWith('/review')
        ? json(200, sheet(more))
        : path.endsWith('/comments')
          ? json(200, { comments: [], paragraphs: [] })
          : json(200, { docs: [] });
  page = await openBrowser(createElement(ReviewPanel, { siteUrl: 'http://site.example', storyId: 's1' }), answer);
};
/** The nth of the two ways. */
const choose = (n: number) =>
  page.fire(page.find(`.cx-review__times label:nth-of-type(${n}) input`), new MouseEvent('click', { bubbles: true }));
const posted = () => page.asked.filter(({ method }) => method === 'POST').map(({ body, path }) => [path, body]);

describe('at signing', () => {
  it('“at once” is chosen, says what it means and is sent as that', async () => {
    await open({ acts: [option('sign')] });
    expect(page.text()).toContain('立即上线：签发后几秒内公开');
    expect(page.text()).not.toContain('几时上线');
    await page.press(reviewActs.sign);
    expect(posted()).toEqual([['/api/stories/s1/review/sign', { showFrom: '', showUntil: '' }]]);
  });

  it('a chosen minute must be filled in, and is sent with its end', async () => {
    await open({ acts: [option('sign')] });
    await choose(2);
    expect(page.isDisabled(reviewActs.sign)).toBe(true);
    await page.type('几时上线', '2027-03-15T09:00');
    await page.type('定时下线', '2027-03-22T17:30');
    await page.press(reviewActs.sign);
    expect(posted()).toEqual([
      ['/api/stories/s1/review/sign', { showFrom: '2027-03-15T09:00', showUntil: '2027-03-22T17:30' }],
    ]);
  });

  it('while the version before waits for its minute, that minute stays unless another is chosen: an embargo is not lifted by the way', async () => {
    await open({
      acts: [option('sign')],
      showing: { from: '2027-03-15T01:00:00.000Z', until: null, said: '定时 3月15日 09:00 上线' },
    });
    await page.press(reviewActs.sign);
    await choose(1);
    await page.press(reviewActs.sign);
    expect(posted()).toEqual([
      ['/api/stories/s1/review/sign', { showFrom: '2027-03-15T09:00', showUntil: '' }],
      ['/api/stories/s1/review/sign', { showFrom: '', showUntil: '' }],
    ]);
  });

  it('the end of the version before stays unless it is taken out', async () => {
    await open({
      acts: [option('sign')],
      showing: { from: null, until: '2027-03-22T09:30:00.000Z', said: '定时 3月22日 17:30 下线' },
    });
    expect(page.text()).toContain('定时 3月22日 17:30 下线。');
    await page.press(reviewActs.sign);
    expect(posted()).toEqual([['/api/stories/s1/review/sign', { showFrom: '', showUntil: '2027-03-22T17:30' }]]);
  });

  it('nobody else is asked for a time', async () => {
    await open({ acts: [option('approve-second')] });
    expect(page.text()).not.toContain('上线时间');
  });
});

describe('while it waits', () => {
  const showing = { from: '2027-03-15T01:00:00.000Z', until: null, said: '定时 3月15日 09:00 上线' };

  it('the time is changed with a reason', async () => {
    await open({ stage: 'signed', acts: [option('reschedule')], showing });
    expect(page.text()).toContain('定时 3月15日 09:00 上线。');
    expect(page.isDisabled('改成这个时间')).toBe(true);
    await page.type('几时上线', '2027-03-16T08:00');
    await page.type('为什么改', ' 等发布会 ');
    await page.press('改成这个时间');
    expect(posted()).toEqual([
      ['/api/stories/s1/review/reschedule', { note: '等发布会', showFrom: '2027-03-16T08:00', showUntil: '' }],
    ]);
  });

  it('or brought forward to now', async () => {
    await open({ stage: 'signed', acts: [option('reschedule')], showing });
    await choose(1);
    await page.type('为什么改', '提前');
    await page.press('改成这个时间');
    expect(posted()).toEqual([['/api/stories/s1/review/reschedule', { note: '提前', showFrom: '', showUntil: '' }]]);
  });
});

it('at once is said, also when a minute was typed before', () => {
  expect(timesBody({ timed: false, showFrom: '2027-03-15T09:00', showUntil: '' })).toEqual({
    showFrom: '',
    showUntil: '',
  });
  expect([isHalf(atOnce), isHalf({ ...atOnce, timed: true })]).toEqual([false, true]);
});
