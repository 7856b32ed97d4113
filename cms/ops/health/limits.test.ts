import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { facts as alarmFacts, noon } from '../../../campaigns/alarms/testing/facts.ts';
import type { StepState } from '../step-state.ts';
import type { HealthFacts } from './facts.ts';
import { readIntegrity, recordIntegrity } from './integrity.ts';
import { judgeHealth } from './judge.ts';
import { diskOf, handlesNow, installedAt, lastBackup, lastBackupFile } from './process-facts.ts';
import { stepAilments } from './step-ailments.ts';
import { readAilments, recordAilments } from './told.ts';

const GiB = 1024 ** 3;
const day = 24 * 60;
const ago = (minutes: number) => new Date(noon.getTime() - minutes * 60_000);
const facts = (more: Partial<HealthFacts> = {}): HealthFacts => ({
  at: noon,
  since: ago(600),
  schedules: true,
  gauges: alarmFacts().gauges,
  disk: null,
  integrity: null,
  loopLagMs: null,
  handles: null,
  steps: {},
  backupAt: null,
  installedAt: null,
  deaths: [],
  ...more,
});
const gauges = (heartbeatAgeSeconds: number | null) => ({ ...alarmFacts().gauges, heartbeatAgeSeconds });
const deaths = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ at: noon.toISOString(), how: `第${i + 1}种` }));

describe('where a trouble begins, and where it becomes urgent', () => {
  it.each<[string, Partial<HealthFacts>, string | null, string?]>([
    ['two GiB are left', { disk: { freeBytes: 2 * GiB } }, null],
    ['less than two', { disk: { freeBytes: 2 * GiB - 1 } }, 'ordinary', '只剩 2.0 GiB'],
    ['half a GiB', { disk: { freeBytes: GiB / 2 } }, 'ordinary', '只剩 0.5 GiB'],
    ['less than half', { disk: { freeBytes: GiB / 2 - 1 } }, 'urgent'],
    ['nothing', { disk: { freeBytes: 0 } }, 'urgent', '只剩 0.0 GiB'],
    ['it stood still for less than five seconds', { loopLagMs: 4999 }, null],
    ['for five', { loopLagMs: 5000 }, 'ordinary', '有 5.0 秒没有回应'],
    ['fewer files than most of what may be open', { handles: { open: 84, most: 100 } }, null],
    ['as many', { handles: { open: 85, most: 100 } }, 'urgent', '打开了 85 个'],
    ['not even one more', { handles: { open: 1, most: 1 } }, 'urgent'],
    ['a backup of six days ago', { backupAt: ago(7 * day - 1) }, null],
    ['a backup of a week ago', { backupAt: ago(7 * day) }, 'ordinary', '最近一次备份是 7 天以前'],
    ['a week without any', { installedAt: ago(7 * day) }, 'ordinary', '启用 7 天了，还没有做过备份'],
    ['a fresh backup of an old house', { backupAt: ago(day), installedAt: ago(900 * day) }, null],
    ['a backup of to-morrow', { backupAt: ago(-day) }, null],
    ['restarted twice', { deaths: deaths(2) }, 'ordinary', '中断过 2 次，都已自动重新启动；最近一次是第2种'],
    ['restarted three times', { deaths: deaths(3) }, 'urgent'],
    ['a heartbeat of three minutes ago', { gauges: gauges(180) }, null],
    ['one of longer ago', { gauges: gauges(181) }, 'urgent', '181 秒没有心跳'],
    ['none, three minutes after a start', { gauges: gauges(null), since: ago(3) }, null],
    ['none, ten minutes after a start', { gauges: gauges(null), since: ago(10) }, 'urgent', '600 秒没有心跳'],
    ['an old one, right after a start', { gauges: gauges(99_999), since: ago(1) }, null],
    ['an old one, where somebody else schedules', { gauges: gauges(99_999), schedules: false }, null],
    ['a database that was looked through and is whole', { integrity: { at: noon.toISOString(), said: null } }, null],
  ])('%s', (_what, more, urgency, said = '') => {
    const found = judgeHealth(facts(more));
    expect(found.map((one) => one.urgency)).toEqual(urgency === null ? [] : [urgency]);
    expect(found[0]?.what ?? '').toContain(said);
  });

  it('what gets worse is measured as more', () => {
    const measure = (more: Partial<HealthFacts>) => judgeHealth(facts(more))[0]?.measure ?? 0;
    expect(measure({ disk: { freeBytes: 1 } })).toBeGreaterThan(measure({ disk: { freeBytes: GiB } }));
    expect(measure({ backupAt: ago(30 * day) })).toBeGreaterThan(measure({ backupAt: ago(29 * day) }));
    expect(measure({ deaths: deaths(2) })).toBeGreaterThan(measure({ deaths: deaths(1) }));
  });
});

describe('steps of the minute', () => {
  const stuck = (minutes: number, name = '甲') => ({
    item: name,
    title: `稿件《${name}》`,
    error: '读不出来。',
    since: ago(minutes).toISOString(),
  });
  const said = (more: Partial<StepState>) => {
    const state: StepState = {
      title: '排期',
      advice: '请看排期。',
      lastSuccess: null,
      failing: null,
      stuck: [],
      ...more,
    };
    return stepAilments({ at: noon, steps: { plan: state } }).map(({ urgency, what }) => `${urgency} ${what}`);
  };
  const failing = (minutes: number) => ({ since: ago(minutes).toISOString(), error: '坏了。' });
  it.each<[string, Partial<StepState>, string[]]>([
    ['failing for less than five minutes', { failing: failing(4) }, []],
    ['failing for five', { failing: failing(5) }, ['urgent “排期”这一步一直没有做完：坏了。']],
    ['stuck for less', { stuck: [stuck(4)] }, []],
    [
      'stuck for longer, and a new one',
      { stuck: [stuck(9), stuck(1, '乙')] },
      ['ordinary “排期”这一步卡住 1 件，最久的是稿件《甲》：读不出来。'],
    ],
    [
      'two of them',
      { stuck: [stuck(9), stuck(8, '乙')] },
      ['ordinary “排期”这一步卡住 2 件，最久的是稿件《甲》：读不出来。'],
    ],
    [
      'both',
      { failing: failing(9), stuck: [stuck(9)] },
      ['urgent “排期”这一步一直没有做完：坏了。卡住 1 件，最久的是稿件《甲》：读不出来。'],
    ],
    [
      'a failure of now, and one stuck for long',
      { failing: failing(1), stuck: [stuck(9)] },
      ['ordinary “排期”这一步卡住 1 件，最久的是稿件《甲》：读不出来。'],
    ],
  ])('%s', (_what, more, expected) => expect(said(more)).toEqual(expected));
});

describe('what is kept of it', () => {
  const kv = () => {
    const kept = new Map<string, unknown>();
    return {
      kept,
      kv: {
        get: async (key: string) => kept.get(key) ?? null,
        set: async (key: string, value: unknown) => void kept.set(key, value),
      } as never,
    };
  };
  it('comes back as it was', async () => {
    const house = kv();
    const ailments = judgeHealth(facts({ disk: { freeBytes: 1 }, loopLagMs: 9000 }));
    await recordAilments(house, ailments);
    await recordIntegrity(house, noon, '有 3 处损坏。');
    expect(await readAilments(house)).toEqual(ailments);
    expect(await readIntegrity(house)).toEqual({ at: noon.toISOString(), said: '有 3 处损坏。' });
  });
  it.each([null, 'x', 7, [], { ailments: [{ id: 'disk' }] }, { at: 'yesterday', said: null }])(
    '%j is read as nothing',
    async (value) => {
      const house = kv();
      for (const key of ['ops.ailments', 'ops.integrity']) house.kept.set(key, value);
      expect(await readAilments(house)).toEqual([]);
      expect(await readIntegrity(house)).toBeNull();
    },
  );
});

describe('of this machine', () => {
  let dir: string;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'health-'));
  });
  afterAll(() => rm(dir, { recursive: true }));

  it('a folder that is there has a disk and a day, one that is not has neither', async () => {
    expect((await diskOf(dir))?.freeBytes).toBeGreaterThan(0);
    expect(await installedAt(dir)).toBeInstanceOf(Date);
    expect([await diskOf(join(dir, 'no')), await installedAt(join(dir, 'no'))]).toEqual([null, null]);
  });
  it.each([
    ['as it is written', '{"at":"2026-06-14T02:00:00.000Z"}', '2026-06-14T02:00:00.000Z'],
    ['with the hours of Beijing', '{"at":"2026-06-14T10:00:00+08:00"}', '2026-06-14T02:00:00.000Z'],
    ['broken off', '{"at":"2026-06-', null],
    ['a day alone', '{"at":"2026-06-14"}', null],
    ['empty', '', null],
    ['of another kind', '[]', null],
  ])('the note of the last backup, %s', async (_what, text, at) => {
    await writeFile(lastBackupFile(dir), text);
    expect((await lastBackup(dir))?.toISOString() ?? null).toBe(at);
  });
  it('no note, no backup', async () => expect(await lastBackup(join(dir, 'no'))).toBeNull());
  it('open files are fewer than may be open, where the system tells', async () => {
    const found = await handlesNow();
    if (found) expect(found.open).toBeLessThan(found.most);
  });
});
