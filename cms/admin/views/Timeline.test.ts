import { createElement } from 'react';
import { expect, it } from 'vitest';
import { show } from '../testing/page.ts';
import { aDelivery } from '../testing/rows.ts';
import { hostile, isMarkup } from '../testing/sentences.ts';
import { Timeline } from './Timeline.tsx';

const now = new Date('2026-06-14T10:00:00+08:00');
const at = (time: string) => new Date(`2026-06-14T${time}:00+08:00`);
const line = (...rows: ReturnType<typeof aDelivery>[]) => show(createElement(Timeline, { rows, now }));

it('now is drawn between what was and what comes', async () => {
  const { texts } = await line(
    aDelivery({ plannedAt: at('09:00'), state: 'confirmed' }),
    aDelivery({ id: 'd2', plannedAt: at('10:00'), state: 'claimed' }),
    aDelivery({ id: 'd3', plannedAt: at('10:01') }),
  );
  expect(texts('li')).toEqual([
    '09:00秤上的星（示例）微信公众号 已确认',
    '10:00秤上的星（示例）微信公众号 发送中',
    '10:00现在',
    '10:01秤上的星（示例）微信公众号 待发',
  ]);
  expect(texts('.cx-timeline__past')).toHaveLength(2);
});

it('a day without posts says so, and still shows the hour', async () => {
  const { texts } = await line();
  expect([texts('.cx-empty'), texts('li')]).toEqual([['今天没有排期。'], ['10:00现在']]);
});

it('loud is what nobody knows of and what was refused; a copy being taken back is that first', async () => {
  const { texts } = await line(
    aDelivery({ state: 'unknown', title: '甲' }),
    aDelivery({ id: 'd2', state: 'refused', title: '乙' }),
    aDelivery({ id: 'd3', state: 'dead', title: '丙' }),
    aDelivery({ id: 'd4', state: 'confirmed', title: '丁', recall: 'due', recallOrder: 'c:1' }),
  );
  expect(texts('.cx-red')).toEqual(['甲', '乙', '丁']);
  expect(texts('li')[3]).toContain('待更正');
});

it('titles are words', async () => {
  const { html, texts } = await line(aDelivery({ title: hostile, channelName: hostile }));
  expect(isMarkup(html)).toBe(false);
  expect(texts('li div p')[0]).toBe(hostile);
});
