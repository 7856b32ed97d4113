import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { release } from '../../campaigns/outbox/testing/fixtures.ts';
import { createToyChannel, createToyPlatform } from '../../campaigns/outbox/testing/toy-channel.ts';
import { createWorker, type Worker } from '../../campaigns/outbox/engine/worker.ts';
import { gauges } from '../../campaigns/outbox/journal/gauges.ts';
import { plan } from '../../campaigns/planner/plan.ts';
import { systemClock } from '../../campaigns/ports/clock.ts';
import type { DeliveryStore } from '../../campaigns/ports/delivery-store.ts';
import { createDeliveryStore } from '../../cms/store/payload-delivery-store.ts';
import { readPlannerInput } from '../../cms/schedule/planner-source.ts';
import { testCms } from '../../cms/testing/test-cms.ts';
import { line, summary } from './figures.ts';
import { plainInserts, writeDeliveries } from './outbox-rows.ts';
import { punctuality } from './punctuality.ts';

// Pushing on SQLite with the product's own settings, one worker, a channel that answers at once: what is measured is the
// outbox. Peers run on the same disk in the same minutes, for a shared machine is not the same from one minute to the next.
const full = process.argv.includes('--full');
const finished = full ? 1_000_000 : 100_000;
const folder = mkdtempSync(join(tmpdir(), 'chengxin-bench-'));
const platform = createToyPlatform();

const workerOn = (store: DeliveryStore): Worker =>
  createWorker({
    store,
    channels: new Map([['toy', createToyChannel(platform)]]),
    clock: systemClock,
    releases: async (id) => release(id),
    isLive: async () => true,
    linkFor: (d) => `https://example.com/s/1?d=${d.id}`,
  });
const exactlyOnce = (expected: number) => {
  const once = [...platform.posted.values()].every((copies) => copies === 1);
  if (!once || platform.posted.size !== expected)
    throw new Error(`应发 ${expected} 份各一次，实际 ${platform.posted.size} 份。`);
  platform.posted.clear();
};

async function drain(count: number): Promise<void> {
  const cms = await testCms();
  const store = createDeliveryStore(cms.payload);
  writeDeliveries(join(cms.dataDir, 'chengxin.db'), count, (n) => ({
    postId: `p${n}`,
    state: 'pending',
    plannedAt: new Date(Date.now() - 1000),
  }));
  const before = plainInserts(join(folder, 'plain-before.db'), 2000);
  const started = performance.now();
  await workerOn(store).runDue();
  const rate = (count * 1000) / (performance.now() - started);
  const plain = (before + plainInserts(join(folder, 'plain-after.db'), 2000)) / 2;
  exactlyOnce(count);
  console.log(
    `同时到期 ${count} 份：每秒 ${rate.toFixed(0)} 份；同一块磁盘上 SQLite 逐条写入每秒 ${plain.toFixed(0)} 条，一份推送折合 ${(plain / rate).toFixed(1)} 条`,
  );
  await cms.close();
}

/** One tick as the worker makes it each minute, and the question it asks each second, over `count` that are long done. */
async function ticking(count: number) {
  const cms = await testCms();
  const store = createDeliveryStore(cms.payload);
  // Ten years of them up to a month ago.
  writeDeliveries(join(cms.dataDir, 'chengxin.db'), count, (n) => ({
    postId: `old-${n}`,
    state: 'confirmed',
    plannedAt: new Date(Date.now() - 31 * 86_400_000 - (n / count) * 3650 * 86_400_000),
  }));
  const times: number[] = [];
  return {
    times,
    close: cms.close,
    async tick() {
      const started = performance.now();
      plan(await readPlannerInput(cms.payload, store, systemClock.now(), { holdStarter: true }));
      await store.due(systemClock.now(), 200);
      await store.nextDue();
      times.push(performance.now() - started);
    },
  };
}

/** In turns, so that a neighbour on the machine slows both alike. */
async function compareTicks(few: number, many: number): Promise<void> {
  const sides = [await ticking(few), await ticking(many)];
  for (let run = 0; run < 45; run += 1) for (const side of sides) await side.tick();
  const [a = [], b = []] = sides.map(({ times }) => times.slice(5));
  console.log(line(`已完成 ${few} 份时，排期一次加查到期`, a, '毫秒'));
  console.log(line(`已完成 ${many} 份时，排期一次加查到期`, b, '毫秒'));
  console.log(`比值 ${(summary(b).median / summary(a).median).toFixed(2)}（中位，已完成 ${many} 份对 ${few} 份）`);
  for (const side of sides) await side.close();
}

/** The gauges over what is long done, as the collector asks for them. */
async function compareGauges(count: number): Promise<void> {
  const cms = await testCms();
  const store = createDeliveryStore(cms.payload);
  writeDeliveries(join(cms.dataDir, 'chengxin.db'), count, (n) => ({
    postId: `old-${n}`,
    state: 'confirmed',
    plannedAt: new Date(Date.now() - 31 * 86_400_000 - (n / count) * 3650 * 86_400_000),
  }));
  const times: number[] = [];
  for (let run = 0; run < 45; run += 1) {
    const started = performance.now();
    await gauges(store, systemClock);
    times.push(performance.now() - started);
  }
  console.log(line(`已完成 ${count} 份时，读一次运行数字`, times.slice(5), '毫秒'));
  await cms.close();
}

try {
  await drain(10_000);
  await compareTicks(1000, finished);
  await compareGauges(finished);
  await punctuality(full ? 200 : 120, full ? 120_000 : 60_000);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);
