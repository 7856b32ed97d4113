import { createInterface } from 'node:readline';
import { createDeliveryStore } from '../payload-delivery-store.ts';
import { openStore } from './open-store.ts';

/**
 * One of two processes that fight over a database: `rival.ts URL NAME [raw|guard BUSY_TIMEOUT]`. A line `claim|keys|rows COUNT`
 * on standard input begins a fight, so that both begin together; what it won is printed as JSON.
 */
const [url = '', name = '', guard = 'guard', timeout = '10000'] = process.argv.slice(2);
let busy = 0;
const payload = await openStore({
  url,
  guard: guard !== 'raw',
  busyTimeout: Number(timeout),
  onBusy: () => {
    busy += 1;
  },
});
const store = createDeliveryStore(payload);
const now = new Date('2026-06-14T09:00:00+08:00');

const claim = (deliveryId: string) =>
  store.claim({
    deliveryId,
    number: 1,
    kind: 'send',
    owner: name,
    startedAt: now,
    leaseUntil: now,
    finishedAt: null,
    outcome: null,
    note: null,
    progress: {},
    begun: false,
  });
const create = (postId: string) =>
  store.create({
    campaignId: 'c',
    postId,
    channel: 'toy',
    releaseId: 'r',
    plannedAt: now,
    misfire: 'late',
    misfireWindow: 60,
  });
const acts: Record<string, (i: number) => Promise<boolean>> = {
  claim: (i) => claim(`d${i}`),
  keys: (i) => create(`k${i}`),
  rows: (i) => create(`${name}-${i}`),
};

async function fight(mode: string, count: number): Promise<void> {
  const act = acts[mode];
  if (!act) throw new Error(`unknown mode ${mode}`);
  const start = performance.now();
  const t0 = Date.now();
  busy = 0;
  let won = 0;
  const errors: string[] = [];
  for (let i = 0; i < count; i += 1) {
    // In step with the other one: the same key in the same two milliseconds.
    if (mode !== 'rows') while (Date.now() < t0 + 2 * i) await new Promise((resolve) => setImmediate(resolve));
    try {
      if (await act(i)) won += 1;
    } catch (error) {
      errors.push(error instanceof Error ? String(error.cause ?? error.message) : String(error));
    }
  }
  console.log(
    JSON.stringify({
      won,
      busy,
      failed: errors.length,
      firstError: errors[0] ?? null,
      ms: Math.round(performance.now() - start),
    }),
  );
}

console.log('ready');
for await (const line of createInterface({ input: process.stdin })) {
  const [mode = '', count = '0'] = line.split(' ');
  await fight(mode, Number(count));
}
process.exit(0);
