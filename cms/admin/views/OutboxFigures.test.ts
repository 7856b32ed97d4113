import { createElement } from 'react';
import { expect, it } from 'vitest';
import type { Gauges } from '../../../campaigns/outbox/journal/gauges.ts';
import { ledgerTabs } from '../../words/delivery-looks.ts';
import { show } from '../testing/page.ts';
import { figuresOf, OutboxFigures } from './OutboxFigures.tsx';

const quiet: Gauges = {
  at: new Date('2026-06-14T02:00:00Z'),
  unclaimed: 0,
  overdue: 0,
  overdueOldestSeconds: null,
  claimed: 0,
  waiting: 0,
  unknown: 0,
  unknownOldestSeconds: null,
  goneLater: 0,
  refused: 0,
  dead: 0,
  pendingNext24h: 0,
  recallsOpen: 0,
  recallsOverdue: 0,
  heartbeatAgeSeconds: null,
};
const shown = (more: Partial<Gauges> = {}) => show(createElement(OutboxFigures, { gauges: { ...quiet, ...more } }));

it('a quiet outbox: five noughts, each with what it means, none red', async () => {
  const { texts } = await shown();
  expect(texts('li')).toEqual([
    '无人认领 0到点的都有人在发',
    '结果未知 0每一份都有下文',
    '被拒 0没有',
    '等人工 0没有停住的',
    '待撤回 0没有',
  ]);
  expect(texts('.cx-red')).toEqual([]);
});

it.each<[Partial<Gauges>, string, boolean]>([
  [{ unclaimed: 2 }, '无人认领 2刚刚到点，马上会发', false],
  [{ unclaimed: 2, overdue: 1, overdueOldestSeconds: 4000 }, '无人认领 21份等了一分钟以上，最久1小时', true],
  [{ unknown: 3, unknownOldestSeconds: 1500 }, '结果未知 3最久25分钟，请不要重发', true],
  [{ refused: 1 }, '被拒 1要改稿', true],
  [{ dead: 2 }, '等人工 2系统不会自己再试', false],
  [{ dead: 1, goneLater: 2 }, '等人工 32份发出以后又不在了', false],
  [{ recallsOpen: 4 }, '待撤回 4都在期限以内', false],
  [{ recallsOpen: 4, recallsOverdue: 1 }, '待撤回 41份过了期限', true],
])('%j', async (more, words, isRed) => {
  const { texts } = await shown(more);
  expect(texts('li')).toContain(words);
  expect(texts('.cx-red').length > 0).toBe(isRed);
});

it('every figure leads to a tab that the ledger has', () => {
  const tabs = ledgerTabs.map(({ slug }) => `/admin/ledger?state=${slug}`);
  for (const { href } of figuresOf(quiet)) expect(tabs).toContain(href);
});
