import { createElement } from 'react';
import { describe, expect, it } from 'vitest';
import type { Review, ReviewAct } from '../../story/act.ts';
import { show } from '../testing/page.ts';
import { hostile, isMarkup } from '../testing/sentences.ts';
import { ReviewLog } from './ReviewLog.tsx';
import { ReviewSteps } from './ReviewSteps.tsx';

const review = (act: ReviewAct, more: Partial<Review> = {}): Review => ({
  act,
  round: 1,
  by: 'u1',
  byName: '示例甲',
  at: '2026-06-13T16:40:00+08:00',
  contentHash: 'h',
  note: null,
  ...more,
});
const log = (...reviews: Review[]) => show(createElement(ReviewLog, { reviews }));

describe('审签记录', () => {
  it('nothing was decided yet: no empty box', async () => {
    expect((await log()).text).toBe('');
  });

  it('the newest stands first, everyone is counted', async () => {
    const { texts } = await log(review('submit'), review('approve-first', { byName: '示例乙' }));
    expect(texts('summary')).toEqual(['审签记录（2条）']);
    expect(texts('li').map((line) => line.split(' ').slice(2).join(' '))).toEqual(['示例乙 初审通过', '示例甲 送审']);
  });

  it.each<[string, Review, string]>([
    ['a reason', review('return', { note: '第二段没有来源' }), '示例甲 退回第二段没有来源'],
    ['to whom', review('reassign', { toName: '示例丙' }), '示例甲 转交给示例丙'],
    ['in whose place', review('sign', { forName: '示例丁', forId: 'u4' }), '示例甲（代示例丁） 终审签发'],
    [
      'which words',
      review('correct-urgent', { passage: { wrong: '八万', right: '六万' } as never }),
      '示例甲 紧急更正“八万”改为“六万”',
    ],
    [
      'an hour of China, also past midnight and New Year',
      review('submit', { at: '2026-12-31T16:30:00.000Z' }),
      '1月1日 00:30',
    ],
  ])('tells %s', async (_, one, words) => {
    expect((await log(one)).texts('li')[0]).toContain(words);
  });

  it('names and reasons are words', async () => {
    const { html, texts } = await log(review('return', { byName: hostile, note: hostile }));
    expect([isMarkup(html), texts('li small')]).toEqual([false, [hostile]]);
  });
});

describe('三审', () => {
  it('each step says in a word how far it is, who did it and when', async () => {
    const { texts } = await show(
      createElement(ReviewSteps, {
        stage: 'second',
        reviews: [review('submit'), review('approve-first', { forName: '示例丁', forId: 'u4' })],
      }),
    );
    expect(texts('li')).toEqual([
      '初审 通过示例甲（代示例丁） 6月13日 16:40',
      '复审 等待中',
      '终审签发 未到',
      '保密审查 等待中',
    ]);
  });
});
