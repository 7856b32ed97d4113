import { expect, it } from 'vitest';
import { facts as alarmFacts, noon } from '../../../campaigns/alarms/testing/facts.ts';
import type { HealthFacts } from './facts.ts';
import { judgeHealth } from './judge.ts';

const GiB = 1024 ** 3;
const ago = (minutes: number) => new Date(noon.getTime() - minutes * 60_000);
const facts = (more: Partial<HealthFacts> = {}): HealthFacts => ({
  at: noon,
  since: ago(600),
  schedules: true,
  gauges: alarmFacts().gauges,
  disk: { freeBytes: 50 * GiB },
  integrity: { at: ago(60).toISOString(), said: null },
  loopLagMs: 30,
  handles: { open: 100, most: 1024 },
  steps: {},
  backupAt: ago(60 * 24),
  installedAt: ago(60 * 24 * 90),
  deaths: [],
  ...more,
});
const step = (more: object) => ({
  plan: { title: '排出每一份推送', advice: '请打开这条排期。', lastSuccess: null, failing: null, stuck: [], ...more },
});

it('all well', () => expect(judgeHealth(facts())).toEqual([]));
it('what is not known is no fault', () =>
  expect(
    judgeHealth(
      facts({ disk: null, integrity: null, loopLagMs: null, handles: null, backupAt: null, installedAt: null }),
    ),
  ).toEqual([]));

it.each([
  ['database', 'unready', { gauges: null }],
  ['heartbeat', 'unready', { gauges: { ...alarmFacts().gauges, heartbeatAgeSeconds: 900 } }],
  ['integrity', 'degraded', { integrity: { at: noon.toISOString(), said: '数据库有 3 处损坏。' } }],
  ['disk', 'degraded', { disk: { freeBytes: GiB } }],
  ['handles', 'degraded', { handles: { open: 1000, most: 1024 } }],
  ['loop', 'degraded', { loopLagMs: 9000 }],
  ['restarts', 'degraded', { deaths: [{ at: noon.toISOString(), how: '被强行结束了' }] }],
  ['backup', 'degraded', { backupAt: ago(60 * 24 * 8) }],
  ['backup', 'degraded', { backupAt: null }],
  ['step-plan', 'degraded', { steps: step({ failing: { since: ago(6).toISOString(), error: '坏了。' } }) }],
  [
    'step-plan',
    'degraded',
    {
      steps: step({
        stuck: [{ item: 'post 1', title: '排期“当天”', error: '日期读不出来。', since: ago(6).toISOString() }],
      }),
    },
  ],
] as const)('%s is %s, in Chinese sentences', (id, level, more) => {
  const found = judgeHealth(facts(more));
  expect(found.map((one) => [one.id, one.level])).toEqual([[id, level]]);
  for (const text of [found[0]?.what, found[0]?.advice]) expect(text).toMatch(/[\u4e00-\u9fff].*。$/);
});

it('a hiccup of a step wakes nobody; a disk about to be full is urgent; what makes unready comes first', () => {
  expect(judgeHealth(facts({ steps: step({ failing: { since: ago(2).toISOString(), error: '坏了。' } }) }))).toEqual(
    [],
  );
  expect(judgeHealth(facts({ disk: { freeBytes: 1000 } }))[0]?.urgency).toBe('urgent');
  expect(judgeHealth(facts({ gauges: null, disk: { freeBytes: 1000 } })).map(({ level }) => level)).toEqual([
    'unready',
    'degraded',
  ]);
});
