import { environment } from '../settings/environment.ts';
import { spawn, type ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seeded } from '../../campaigns/channels/testing/random.ts';
import { startWechatEmulator } from '../../campaigns/channels/wechat/emulator/server.ts';
import { startWeiboEmulator } from '../../campaigns/channels/weibo/emulator/server.ts';
import { systemClock } from '../../campaigns/ports/clock.ts';
import { createDeliveryStore } from '../../cms/store/payload-delivery-store.ts';
import { testCms } from '../../cms/testing/test-cms.ts';
import { communityPacks, pressPacks } from './folders.ts';
import type { KindName } from './kinds.ts';
import type { FaultRow } from './storm.ts';

const nap = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const patienceMs = 120_000;

/**
 * Real processes on a real SQLite file, each killed with `kill -9` some milliseconds after its first request, against
 * an emulator that goes on, or while it writes and renames a folder; a last one is left in peace and finishes.
 */
export async function realKills(channel: KindName, kills: number, seed: number): Promise<FaultRow> {
  const random = seeded(seed);
  const cms = await testCms();
  const wechat = await startWechatEmulator({ port: 0, clock: systemClock, profile: { publishMs: 200 } });
  const weibo = await startWeiboEmulator({ port: 0, clock: systemClock, safeDomain: 'www.example.gov.cn' });
  const packs = join(cms.dataDir, 'packs');
  const copies: Record<KindName, () => Promise<(string | null)[]>> = {
    wechat: async () => wechat.ledger().map((row) => row.deliveryId),
    weibo: async () => weibo.ledger().map((row) => row.deliveryId),
    press: () => pressPacks(packs),
    community: () => communityPacks(packs),
  };
  const ahead = join(cms.dataDir, 'ahead');
  writeFileSync(ahead, '0');
  const store = createDeliveryStore(cms.payload);
  const begin = () => startProcess([wechat.url, weibo.url, ahead, packs], cms.dataDir);
  try {
    let open = true;
    for (let n = 0; n < kills; n += 1) {
      await store.create({
        campaignId: 'c1',
        postId: `p${n}`,
        channel,
        releaseId: `r${n}`,
        plannedAt: new Date(),
        misfire: 'late',
        misfireWindow: 1440,
      });
      const child = await begin();
      await nap(random() * 400);
      await end(child);
    }
    const last = await begin();
    const until = Date.now() + patienceMs;
    while (open && Date.now() < until) {
      await nap(100);
      open = (await store.list({})).some((d) => d.state !== 'confirmed');
    }
    await end(last);
    const rows = await store.list({});
    const held = Map.groupBy(await copies[channel](), (id) => id);
    const count = (is: (copies: number, state: string) => boolean) =>
      rows.filter((d) => is(held.get(d.id)?.length ?? 0, d.state)).length;
    return {
      id: 'kill-9',
      name: 'kill -9（真进程）',
      runs: kills,
      deliveries: rows.length,
      person: 0,
      doubled: count((n) => n > 1),
      lost: count((n) => n === 0),
      unknown: count((n, state) => n === 1 && state !== 'confirmed'),
      left: 0,
    };
  } finally {
    await Promise.all([wechat.close(), weibo.close()]);
    await cms.close();
  }
}

/** Resolves when it has begun to work. */
async function startProcess(args: string[], dataDir: string): Promise<ChildProcess> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'scripts/faults/testing/worker-process.ts', ...args],
    {
      env: { PATH: environment().PATH, DATA_DIR: dataDir, PAYLOAD_SECRET: 'a secret for tests only', NODE_ENV: 'test' },
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  await new Promise<void>((resolve, reject) => {
    child.stdout?.once('data', () => resolve());
    child.once('exit', (code) => reject(new Error(`推送进程没有起来（退出码 ${code}）。`)));
  });
  return child;
}

async function end(child: ChildProcess): Promise<void> {
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGKILL');
  await ended;
}
