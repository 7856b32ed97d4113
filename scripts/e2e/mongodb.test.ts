import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LedgerRow } from '../compose/ledger.ts';
import { openMongod } from '../../cms/store/testing/mongod.ts';
import { rehearsedCopies } from './copies.ts';
import { chengxin, emptyInstallation, eventually, startProduct, type Environment } from './product.ts';
import { within } from '../../.config/patience.ts';

const mongod = await openMongod({ own: true });
if ('missing' in mongod) console.warn(`整链没有在 MongoDB 上跑：${mongod.missing}`);

let place: Environment;
beforeAll(async () => {
  if ('missing' in mongod) return;
  const url = new URL(mongod.url);
  url.pathname = `/chengxin-chain-${process.pid}`;
  place = await emptyInstallation({ DATABASE_URL: url.toString() });
});
afterAll(async () => {
  await place?.drop();
  await mongod.stop();
});

it.skipIf('missing' in mongod)(
  'the whole chain runs on a replica set: start, simulate, rehearse, ledger, site',
  async () => {
    const product = await startProduct(place.env);
    try {
      for (const path of ['/', '/s/1/', '/year/2026/315/', '/c/models/feed.xml', '/api/materials.json']) {
        expect([path, (await fetch(product.site + path)).status]).toEqual([path, 200]);
      }
      expect((await fetch(`${product.admin}/login`)).status).toBe(200);

      const simulated = await chengxin(['simulate', '--from', '2026-03-01', '--to', '2026-03-31', '--json'], place.env);
      expect(simulated.code).toBe(0);
      expect(simulated.stderr).toContain('多发 0 篇');
      expect((JSON.parse(simulated.stdout) as LedgerRow[]).length).toBeGreaterThan(8);

      const { stdout } = await chengxin(['rehearse', '--campaign', '315', '--in', '1s', '--json'], place.env);
      const planned = JSON.parse(stdout) as unknown[];
      await eventually(
        'all confirmed',
        async () => {
          const copies = await rehearsedCopies(place.env);
          return copies.length === planned.length && copies.every(({ state }) => state === 'confirmed');
        },
        60_000,
      );
      const all = JSON.parse((await chengxin(['ledger', '--json'], place.env)).stdout) as LedgerRow[];
      // Coming campaigns stand in the ledger too, as pending.
      expect(all.filter((row) => row.post.includes('-rehearsal-')).map(({ state }) => state)).toEqual(
        planned.map(() => 'confirmed'),
      );
    } finally {
      expect(await product.stop()).toBe(0);
    }
  },
);

it.skipIf('missing' in mongod || process.env.MONGODB_TEST_URL)(
  'while MongoDB is away kept pages stay, and nobody waits for the rest; afterwards all is as before',
  async () => {
    if ('missing' in mongod) return;
    const product = await startProduct(place.env);
    const desk = new URL(product.admin).origin;
    const status = async (url: string) => (await fetch(url, { signal: AbortSignal.timeout(within(15_000)) })).status;
    try {
      expect(await status(`${product.site}/`)).toBe(200);
      mongod.pause();
      // Sooner or later it is noticed; from then on the answer is there at once.
      await eventually('the desk says so', async () => (await status(`${desk}/admin/login`)) === 503, 60_000);
      expect(await status(`${product.site}/`)).toBe(200);
      expect(await status(`${product.site}/search/?q=%E4%BF%A1%E7%94%A8`)).toBe(503);
      expect(await status(`${desk}/api/stories`)).toBe(503);
      expect(await status(`${desk}/healthz`)).toBe(503);
      mongod.resume();
      await eventually('the desk is back', async () => (await status(`${desk}/admin/login`)) === 200, 60_000);
      await eventually(
        'search is back',
        async () => (await status(`${product.site}/search/?q=%E4%BF%A1%E7%94%A8`)) === 200,
        60_000,
      );
    } finally {
      mongod.resume();
      expect(await product.stop()).toBe(0);
    }
  },
);
