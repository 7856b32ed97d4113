import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LedgerRow } from '../compose/ledger.ts';
import { rehearsedCopies } from './copies.ts';
import { furnishedInstallation } from './furnished.ts';
import { chengxin, eventually, startProduct, type Environment } from './product.ts';
import { seeded } from '../../campaigns/channels/testing/random.ts';
import { createFaultPlan } from './strict/fault.ts';
import type { Held } from './strict/wire.ts';
import { openStrictWechat, type StrictWechat } from './strict/strict-wechat.ts';
import { openStrictWeibo, type StrictWeibo } from './strict/strict-weibo.ts';
import { within } from '../../.config/patience.ts';

/** The product as operators run it, on `CHANNELS=live`, against platforms that it has never seen. */
describe('live channels', () => {
  let place: Environment;
  let wechat: StrictWechat;
  let weibo: StrictWeibo;
  let packs: string;

  beforeAll(async () => {
    const random = seeded(614);
    const faults = (rate: number) => createFaultPlan({ random, rate, budget: 12 });
    wechat = await openStrictWechat({
      random,
      faults: faults(0.12),
      maxDelayMs: 300,
      publishMs: () => 200 + random() * 1500,
      clutter: 25,
    });
    weibo = await openStrictWeibo({ random, faults: faults(0.25), maxDelayMs: 300 });
    packs = await mkdtemp(join(tmpdir(), 'press-'));
    place = await furnishedInstallation('seeded', {
      CHANNELS: 'live',
      SITE_URL: 'https://www.example.gov.cn',
      PRESS_DIR: packs,
      WECHAT_API_BASE: wechat.origin,
      WECHAT_APP_ID: 'wx-strict',
      WECHAT_APP_SECRET: 'strict-secret',
      WEIBO_API_BASE: weibo.origin,
      WEIBO_ACCESS_TOKEN: '2.00strict',
      WEIBO_SAFE_DOMAIN: 'www.example.gov.cn',
      WEIBO_RIP: '203.0.113.7',
    });
  }, within(180_000));
  afterAll(async () => {
    await Promise.all([wechat.close(), weibo.close()]);
    await rm(packs, { recursive: true });
    await place?.drop();
  });

  it('does not rehearse on them unless told so in as many words', async () => {
    const { code, stdout, stderr } = await chengxin(
      ['rehearse', '--campaign', '315', '--in', '1s', '--json'],
      place.env,
    );
    expect(stderr).toContain('--confirm-live');
    expect([code, stdout]).toEqual([2, '']);
  });

  it(
    'sends each post exactly once through cut connections, bad gateways, delays and kills while a post is on its way',
    async () => {
      const { stdout } = await chengxin(
        ['rehearse', '--campaign', '315', '--in', '4s', '--confirm-live', '--json'],
        place.env,
      );
      const planned = JSON.parse(stdout) as { post: string; channel: string }[];
      const of = (channel: string) => planned.filter((p) => p.channel === channel).length;
      expect(Math.min(of('wechat'), of('weibo'))).toBeGreaterThan(1);
      // Weibo gets no further than its first post in the first life, so that there is one to be killed in for each platform.
      weibo.hold('/2/statuses/share.json');
      await killedWithAnAnswerOwed(wechat.hold('/cgi-bin/freepublish/submit'));
      await killedWithAnAnswerOwed(weibo.hold('/2/statuses/share.json'));
      const last = await startProduct(place.env, ['start', '--role', 'worker']);
      await eventually(
        'all confirmed',
        async () => {
          const copies = await rehearsedCopies(place.env);
          return copies.length === planned.length && copies.every(({ state }) => state === 'confirmed');
        },
        200_000,
      ).catch(async (error: unknown) => {
        throw new Error(`${String(error)}\n${(await chengxin(['ledger'], place.env)).stdout}\n${last.output()}`);
      });
      await last.stop();
      const rows = JSON.parse((await chengxin(['ledger', '--json'], place.env)).stdout) as LedgerRow[];

      expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['confirmed']));
      const names = (list: { post: string; channel: string }[]) =>
        list.map((row) => `${row.post} ${row.channel}`).sort();
      expect(names(rows)).toEqual(names(planned));
      expect(wechat.ledger()).toHaveLength(of('wechat'));
      expect(weibo.statuses).toHaveLength(of('weibo'));
      expect(new Set(weibo.statuses.map((s) => s.text)).size).toBe(of('weibo'));
      expect(await readdir(join(packs, 'press'))).toHaveLength(of('press'));
      expect(wechat.refusals.filter((r) => r.code === 47001 || r.code === 43002)).toEqual([]);
    },
    within(300_000),
  );

  /** Executed there, not recorded here: the product is killed while it waits for the answer. */
  async function killedWithAnAnswerOwed(held: Held): Promise<void> {
    const product = await startProduct(place.env, ['start', '--role', 'worker']);
    let owed = true;
    void held.abandoned.then(() => (owed = false));
    await held.executed;
    // The whole group: who keeps the product up, and the product.
    const gone = new Promise((done) => product.child.once('exit', done));
    expect([product.child.exitCode, owed]).toEqual([null, true]);
    process.kill(-Number(product.child.pid), 'SIGKILL');
    await gone;
    await held.abandoned;
  }

  it('never sends starter campaigns there by themselves', async () => {
    const { stdout } = await chengxin(['ledger', '--json'], place.env);
    expect((JSON.parse(stdout) as LedgerRow[]).filter((row) => !row.post.includes('-rehearsal-'))).toEqual([]);
  });
});
