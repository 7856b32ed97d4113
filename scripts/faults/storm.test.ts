import { expect, test } from 'vitest';
import type { Channel } from '../../campaigns/channels/channel.ts';
import { kinds, type KindName } from './kinds.ts';
import { ordealsFor } from './ordeal.ts';
import type { Kind } from './place.ts';
import { run } from './run.ts';
import { storm } from './storm.ts';

test.each(Object.keys(kinds) as KindName[])(
  '%s: every kind of misfortune alone, then all together, each copy exactly once',
  async (name) => {
    const rows = ordealsFor(name);
    const each = await storm(kinds[name], rows, { runs: 4 * rows.length, seed: 1 });
    expect(each.findings.filter((f) => f.what !== 'person')).toEqual([]);
    expect(each.table.map(({ id, runs }) => [id, runs])).toEqual(rows.map(({ id }) => [id, 4]));
    expect(each.table.every((row) => row.deliveries >= 4)).toBe(true);

    const report = await storm(kinds[name], rows.slice(-1), { runs: 30, seed: 1 });
    expect(report).toMatchObject({ runs: 30, doubled: 0, lost: 0, unknown: 0 });
    expect(Math.min(report.deliveries, report.crashes, report.faults, report.jumps, report.pairs)).toBeGreaterThan(9);
  },
);

test('the same seed plans the same deaths and pairs, however sockets are timed', async () => {
  const facts = async () => {
    const { deliveries, pairs } = await run(kinds.weibo, 7);
    return [deliveries, pairs];
  };
  expect(await facts()).toEqual(await facts());
});

/** A client that forgets what it was told: never looks, always sends. */
const careless = (kind: Kind): Kind => ({
  ...kind,
  async open(options) {
    const place = await kind.open(options);
    return {
      ...place,
      channel: (): Channel => {
        const channel = place.channel();
        return {
          ...channel,
          send: (job) => channel.send({ ...job, progress: {} }),
          look: async () => ({ kind: 'not-sent', note: '没有看就说没有。' }),
        };
      },
    };
  },
});

test('a client that sends again without looking is caught', async () => {
  const { doubled, table } = await storm(careless(kinds.wechat), ordealsFor('wechat'), { runs: 33, seed: 1 });
  expect(doubled).toBeGreaterThan(0);
  expect(table.find((row) => row.id === 'drop-after')?.doubled).toBeGreaterThan(0);
});

test('a client that says “done” without doing it is caught', async () => {
  const boastful: Kind = {
    ...kinds.weibo,
    async open(options) {
      const place = await kinds.weibo.open(options);
      return {
        ...place,
        channel: () => ({
          ...place.channel(),
          send: async () => ({ kind: 'confirmed', externalId: 'x', url: null, note: '已发布。' }),
        }),
      };
    },
  };
  const { lost, deliveries } = await storm(boastful, ordealsFor('weibo').slice(-1), { runs: 3, seed: 1 });
  expect(lost).toBe(deliveries);
});

const recall = ordealsFor('wechat').filter(({ id }) => id === 'recall');

test('withdrawn in the middle of it: nothing stays out unless people were told', async () => {
  for (const name of ['wechat', 'weibo', 'press', 'community'] as const) {
    const report = await storm(kinds[name], recall, { runs: 25, seed: 1 });
    expect(report).toMatchObject({ doubled: 0, lost: 0, unknown: 0, left: 0 });
    if (name === 'wechat') expect(report.person).toBe(0);
  }
});

test.each([
  ['that says “deleted” without deleting', { withdraw: async () => ({ kind: 'deleted' as const, note: '已删除。' }) }],
  [
    'that never comes to an end',
    { withdraw: async () => ({ kind: 'unknown' as const, lookAfter: 86_400_000 * 50, note: '没有回音。' }) },
  ],
] satisfies [string, Partial<Channel>][])('a withdrawal %s is caught', async (_name, wrong) => {
  const place = kinds.wechat;
  const bad: Kind = {
    ...place,
    open: async (options) => {
      const opened = await place.open(options);
      return { ...opened, channel: () => ({ ...opened.channel(), ...wrong }) };
    },
  };
  expect((await storm(bad, recall, { runs: 6, seed: 1 })).left).toBeGreaterThan(0);
});
