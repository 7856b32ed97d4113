import type { ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startWechatEmulator, type WechatEmulator } from '../../campaigns/channels/wechat/emulator/server.ts';
import { startWeiboEmulator, type WeiboEmulator } from '../../campaigns/channels/weibo/emulator/server.ts';
import { createDeliveryStore } from '../../cms/store/payload-delivery-store.ts';
import { testCms, type TestCms } from '../../cms/testing/test-cms.ts';
import { within } from '../../.config/patience.ts';
import { endNode, startNode } from '../../.config/start-node.ts';

const block = 10 * 60_000;
let cms: TestCms;
let wechat: WechatEmulator;
let weibo: WeiboEmulator;
let ahead = 0;
const children: ChildProcess[] = [];
const now = () => new Date(Date.now() + ahead);
const clock = { now, sleep: () => Promise.resolve() };
const aheadFile = () => join(cms.dataDir, 'ahead');

beforeEach(async () => {
  ahead = 0;
  cms = await testCms();
  writeFileSync(aheadFile(), '0');
  wechat = await startWechatEmulator({ port: 0, clock, profile: { publishMs: 500 } });
  weibo = await startWeiboEmulator({ port: 0, clock, safeDomain: 'www.example.gov.cn' });
});
afterEach(async () => {
  for (const child of children.splice(0)) await endNode(child);
  await Promise.all([wechat.close(), weibo.close()]);
  await cms.close();
});

async function startProcess(): Promise<ChildProcess> {
  const child = startNode(['scripts/faults/testing/worker-process.ts', wechat.url, weibo.url, aheadFile()], {
    env: { PATH: process.env.PATH, DATA_DIR: cms.dataDir, PAYLOAD_SECRET: 'a secret for tests only', NODE_ENV: 'test' },
  });
  children.push(child);
  let talk = '';
  child.stderr.on('data', (text: string) => (talk += text));
  await new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => resolve());
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${talk}`)));
  });
  return child;
}

const copies = () => [...wechat.ledger(), ...weibo.ledger()].map((row) => row.deliveryId);
async function until(what: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await what())) await new Promise((resolve) => setTimeout(resolve, 50));
}

it.each([
  ['alone', 1],
  ['with another process that goes on working', 2],
] as const)(
  'a process stopped by the machine for ten minutes, %s: nothing doubled, nothing lost',
  async (_name, processes) => {
    const store = createDeliveryStore(cms.payload);
    const begin = Date.now();
    const plan = { campaignId: 'c1', misfire: 'late' as const, misfireWindow: 1440 };
    // Six of each channel now, three more of each within the ten minutes.
    for (let n = 0; n < 9; n += 1) {
      const plannedAt = new Date(n < 6 ? begin : begin + (n - 5) * 180_000);
      for (const channel of ['wechat', 'weibo'])
        await store.create({ ...plan, postId: `p${n}`, channel, releaseId: `r${n}`, plannedAt });
    }
    const [first] = await Promise.all(Array.from({ length: processes }, startProcess));
    await until(() => copies().length >= 2);
    first?.kill('SIGSTOP');
    const before = copies().length;
    ahead = block;
    writeFileSync(aheadFile(), String(block));
    // Stopped it stays until the other one has gone on, or for as long as a lease's renewal would have been missed: stopped in
    // the middle of a write it holds SQLite's lock, and then nobody goes on before it does.
    const missed = Date.now() + 3000;
    await until(() => (processes === 2 && copies().length >= before + 2) || Date.now() > missed);
    first?.kill('SIGCONT');
    // Waiting times between looks need not be waited for.
    await until(async () => {
      const open = (await store.list({})).filter((d) => d.state !== 'confirmed');
      // Nobody is left to finish these: say so instead of waiting.
      const stuck = open.filter((d) => d.nextAt === null);
      if (stuck.length > 0 || children.some((c) => c.exitCode !== null))
        throw new Error(JSON.stringify([children.map((c) => c.exitCode), stuck], null, 1));
      const next = Math.min(...open.flatMap((d) => (d.nextAt ? [Number(d.nextAt)] : [])));
      // Not over the head of an attempt that is running: its lease would be gone each time.
      if (open.length > 0 && open.every((d) => d.state !== 'claimed') && next > Number(now()) + 1000)
        writeFileSync(aheadFile(), String((ahead = next - Date.now())));
      return open.length === 0;
    });
    const rows = await store.list({});
    expect(copies().sort()).toEqual(rows.map((d) => d.id).sort());
    expect(rows).toHaveLength(18);
  },
  within(300_000),
);
