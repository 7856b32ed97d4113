import { expect, test } from 'vitest';
import { judge } from './rules.ts';
import { facts, noon } from './testing/facts.ts';

const limits = { unknownMinutes: 30 };
const ids = (...given: Parameters<typeof facts>) => judge(facts(...given), limits).map((a) => a.id);
const minute = 60_000;

test('all well: no alarm, also with work under way', () => {
  expect(
    ids({
      gauges: {
        unclaimed: 3,
        claimed: 2,
        waiting: 5,
        unknown: 2,
        unknownOldestSeconds: 1800,
        overdue: 3,
        overdueOldestSeconds: 120,
        recallsOpen: 4,
      },
    }),
  ).toEqual([]);
});

test.each([
  ['scheduler-silent', { gauges: { heartbeatAgeSeconds: 181 } }],
  ['scheduler-silent', { gauges: { heartbeatAgeSeconds: null } }],
  ['overdue', { gauges: { overdue: 1, overdueOldestSeconds: 181 } }],
  ['unknown-old', { gauges: { unknown: 1, unknownOldestSeconds: 1801 } }],
  ['dead', { gauges: { dead: 1 } }],
  ['gone-later', { gauges: { goneLater: 1 } }],
  ['refused', { gauges: { refused: 1 } }],
  ['recall-deadline', { gauges: { recallsOpen: 2, recallsOverdue: 1 } }],
  ['overbooked', { overbooked: ['微信在 2026 年 7 月排了 6 条，平台只收 4 条。'] }],
  ['unsigned', { unsigned: [{ missed: true, text: '《示例》到点没有发：稿件还没有签发。' }] }],
  ['token-expiry', { weiboTokenExpires: '2026-06-28' }],
  ['workday-table', { workdayTablesMissing: [2027] }],
] as const)('%s by %j', (id, given) => {
  const found = judge(facts(given), limits);
  expect(found.map((a) => a.id)).toEqual([id]);
  for (const text of [found[0]?.what, found[0]?.advice]) expect(text).toMatch(/[\u4e00-\u9fff].*。$/);
});

test('right after a start nobody is silent yet, however long the machine was off', () => {
  const watchingSince = new Date(noon.getTime() - 2 * minute);
  expect(ids({ watchingSince, gauges: { heartbeatAgeSeconds: 9 * 86_400 } })).toEqual([]);
  expect(ids({ watchingSince, gauges: { heartbeatAgeSeconds: null } })).toEqual([]);
});

test('a token is warned of fourteen days ahead, urgent from three days on, and measured as it gets worse', () => {
  const seen = (last: string) => judge(facts({ weiboTokenExpires: last }), limits).map((a) => [a.urgency, a.measure]);
  expect(seen('2026-06-29')).toEqual([]);
  expect(seen('2026-06-28')).toEqual([['ordinary', 1]]);
  expect(seen('2026-06-17')).toEqual([['urgent', 2]]);
  expect(seen('2026-06-13')).toEqual([['urgent', 3]]);
});

test('an unsigned post is ordinary before its minute and urgent after', () => {
  const seen = (missed: boolean) =>
    judge(facts({ unsigned: [{ missed, text: '《示例》。' }] }), limits).map((a) => a.urgency);
  expect([seen(false), seen(true)]).toEqual([['ordinary'], ['urgent']]);
});

test('worst first', () => {
  expect(ids({ workdayTablesMissing: [2027], gauges: { refused: 1, dead: 1, heartbeatAgeSeconds: 400 } })).toEqual([
    'scheduler-silent',
    'dead',
    'refused',
    'workday-table',
  ]);
});
