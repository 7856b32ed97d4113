import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LedgerRow } from '../compose/ledger.ts';
import { furnishedInstallation } from './furnished.ts';
import { chengxin, emptyInstallation, type Environment } from './product.ts';
import { within } from '../../.config/patience.ts';

let place: Environment;
beforeAll(async () => {
  place = await furnishedInstallation('seeded');
}, within(180_000));
afterAll(() => place?.drop());

it('runs March 2026 on a copy: the 3·15 posts go out on all their channels at their minutes, and only once', async () => {
  const { code, stdout, stderr } = await chengxin(
    ['simulate', '--from', '2026-03-01', '--to', '2026-03-31', '--json'],
    place.env,
  );
  expect(stderr).toContain('再跑一遍，多发 0 篇');
  expect(code).toBe(0);
  const rows = JSON.parse(stdout) as LedgerRow[];
  const own = rows.filter((row) => row.post.startsWith('2026/315/'));
  expect(new Set(own.map((row) => row.channel))).toEqual(new Set(['wechat', 'weibo', 'press', 'community', 'site']));
  for (const row of own) {
    expect(row.state).toBe('confirmed');
    expect(row.plannedAt).toMatch(/^2026-03-\d\dT\d\d:\d\d:00\+08:00$/);
    // Within the same minute on the simulated clock.
    expect(row.sentAt!.slice(0, 16)).toBe(row.plannedAt.slice(0, 16));
    if (row.channel === 'wechat' || row.channel === 'weibo') expect(row.externalId).toBeTruthy();
  }
  expect(new Set(own.map((row) => `${row.post} ${row.channel}`)).size).toBe(own.length);
});

it('leaves the real data alone', async () => {
  const { stdout } = await chengxin(['ledger', '--json'], place.env);
  expect((JSON.parse(stdout) as LedgerRow[]).filter((row) => row.plannedAt.startsWith('2026-03'))).toEqual([]);
});

it('answers on a machine that was never started, from the starter content, and leaves no story behind', async () => {
  const empty = await emptyInstallation();
  const { code, stdout } = await chengxin(
    ['simulate', '--from', '2026-03-15', '--to', '2026-03-15', '--json'],
    empty.env,
  );
  expect(code).toBe(0);
  expect((JSON.parse(stdout) as LedgerRow[]).length).toBeGreaterThan(0);
  const ledger = await chengxin(['ledger', '--json'], empty.env);
  expect([ledger.code, JSON.parse(ledger.stdout)]).toEqual([0, []]);
  await empty.drop();
});
