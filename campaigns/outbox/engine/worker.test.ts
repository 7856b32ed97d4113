import { expect, test } from 'vitest';
import { bench, hostOwner } from '../testing/bench.ts';
import { later, newDelivery, start } from '../testing/fixtures.ts';
import { createToyChannel } from '../testing/toy-channel.ts';
import { createWorker } from './worker.ts';

const day = 24 * 3600_000;

test('sends what is due once and keeps link, id and time', async () => {
  const { worker, platform, first } = await bench();
  await worker.runDue();
  const d = await first();
  expect(d).toMatchObject({
    state: 'confirmed',
    nextAt: null,
    sentAt: start,
    externalId: d.id,
    attempts: 1,
    note: '已发布。',
  });
  expect(d.url).toBe(`https://example.com/s/1?d=${d.id}`);
  expect(await worker.runDue()).toBe(0);
  expect(platform.posted.get(d.id)).toBe(1);
});

test('leaves what is not due yet', async () => {
  const { worker, store, platform } = await bench();
  await store.create(newDelivery({ postId: 'p2', plannedAt: later(1) }));
  await worker.runDue();
  expect(platform.posted.size).toBe(1);
});

test('a lost reply is looked for, never sent again', async () => {
  const { worker, platform, first } = await bench({ fates: ['lost'] });
  await worker.runDue();
  expect(await first()).toMatchObject({ state: 'unknown', nextAt: later(5000), sentAt: null });
  await worker.drain(later(day));
  expect(await first()).toMatchObject({ state: 'confirmed', sentAt: start });
  expect(platform.calls).toEqual({ send: 1, look: 1 });
});

test('a request that never arrived is sent again after a look', async () => {
  const { worker, platform, first, store } = await bench({ fates: ['never-arrived'] });
  await worker.drain(later(day));
  const d = await first();
  expect(d.state).toBe('confirmed');
  expect(platform.posted.get(d.id)).toBe(1);
  expect((await store.attempts(d.id)).map((a) => [a.number, a.kind, a.outcome])).toEqual([
    [1, 'send', 'unknown'],
    [2, 'look', 'not-sent'],
    [3, 'send', 'confirmed'],
  ]);
});

test('sentAt is when the platform accepted, not when it confirmed', async () => {
  const { worker, first } = await bench({ fates: ['accepted'] });
  await worker.runDue();
  expect(await first()).toMatchObject({ state: 'sent', sentAt: start });
  await worker.drain(later(day));
  expect(await first()).toMatchObject({ state: 'confirmed', sentAt: start });
});

test('a busy platform is asked again ever more slowly, and given to a person after ten sends', async () => {
  const { worker, platform, first, store } = await bench({ fates: Array<'busy'>(20).fill('busy') });
  await worker.drain(later(7 * day));
  const d = await first();
  expect(d.state).toBe('dead');
  expect(d.note).toContain('10 次');
  expect(platform.calls.send).toBe(10);
  const starts = (await store.attempts(d.id)).map((a) => a.startedAt.getTime());
  const gaps = starts.slice(1).map((t, i) => t - (starts[i] ?? 0));
  expect(gaps[0]).toBeGreaterThanOrEqual(3000);
  expect(gaps[3]).toBeGreaterThan((gaps[2] ?? 0) * 2);
  expect(Math.max(...gaps)).toBeLessThanOrEqual(36 * 60_000);
});

test.each([
  ['refused', 'refused'],
  ['blocked', 'dead'],
] as const)('%s ends at once as %s', async (fate, state) => {
  const { worker, first, platform } = await bench({ fates: [fate] });
  await worker.drain(later(day));
  expect(await first()).toMatchObject({ state, nextAt: null });
  expect(platform.calls.send).toBe(1);
});

test('what stays unknown for a day goes to a person', async () => {
  const { platform, clock, store, first, options } = await bench({ fates: ['lost'] });
  const deaf = createToyChannel(platform, () => 'lost');
  deaf.look = async () => ({ kind: 'unknown', lookAfter: 60_000, note: '平台没有回应。' });
  const worker = createWorker({ ...options, channels: new Map([['toy', deaf]]) });
  await worker.drain(later(2 * day));
  const d = await first();
  expect(d.state).toBe('dead');
  expect(d.note).toContain('到平台后台核对');
  expect(clock.now().getTime() - start.getTime()).toBeLessThan(day + 3700_000);
  expect((await store.attempts(d.id)).length).toBeLessThan(60);
});

test('a missed minute: late within the window, skipped beyond it, asked when so set', async () => {
  const { worker, clock, store } = await bench();
  await store.create(newDelivery({ postId: 'skip', misfire: 'skip' }));
  await store.create(newDelivery({ postId: 'ask', misfire: 'ask' }));
  await store.create(newDelivery({ postId: 'short', misfireWindow: 10 }));
  clock.advance(30 * 60_000);
  await worker.runDue();
  const states = Object.fromEntries((await store.list({})).map((d) => [d.postId, d.state]));
  expect(states).toEqual({ p1: 'confirmed', skip: 'skipped', ask: 'dead', short: 'skipped' });
});

test('a send that never arrived is not made up for days later', async () => {
  const { worker, clock, first, platform } = await bench({ fates: ['never-arrived'] });
  await worker.runDue();
  clock.advance(2 * day);
  await worker.runDue();
  expect((await first()).state).toBe('skipped');
  expect(platform.posted.size).toBe(0);
});

test('a retry after its window is no misfire', async () => {
  const { worker, clock, first } = await bench({ fates: ['busy'] });
  await worker.runDue();
  clock.advance(3 * 3600_000);
  await worker.runDue();
  expect((await first()).state).toBe('confirmed');
});

test('a withdrawn release is never sent, and the planner may put another in its place', async () => {
  const { worker, first, platform } = await bench({ isLive: async () => false });
  await worker.runDue();
  expect(await first()).toMatchObject({ state: 'skipped', superseded: true });
  expect(platform.calls.send).toBe(0);
});

test('a channel that is not there needs a person', async () => {
  const { worker, first } = await bench({ channels: new Map() });
  await worker.runDue();
  const d = await first();
  expect(d.state).toBe('dead');
  expect(d.note).toContain('没有名为“toy”的渠道');
});

test('a release that cannot be read is tried again', async () => {
  let broken = true;
  const { worker, options, first } = await bench();
  const releases: typeof options.releases = async (id, delivery) => {
    if (broken) throw new Error('数据库忙');
    return options.releases(id, delivery);
  };
  const careful = createWorker({ ...options, releases });
  await careful.runDue();
  expect((await first()).note).toContain('数据库忙');
  broken = false;
  await worker.drain(later(day));
  expect((await first()).state).toBe('confirmed');
});

test('a channel that throws after sending is unknown, not failed', async () => {
  const { platform, first, options } = await bench();
  const rude = createToyChannel(platform);
  const { send } = rude;
  rude.send = async (job) => {
    await send(job);
    throw new Error('解析回复出错');
  };
  const worker = createWorker({ ...options, channels: new Map([['toy', rude]]) });
  await worker.drain(later(day));
  const d = await first();
  expect([d.state, platform.posted.get(d.id)]).toEqual(['confirmed', 1]);
});

test('one channel keeps its order; a slow one does not hold up another', async () => {
  const order: string[] = [];
  const { store, platform, options } = await bench();
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  const named = (id: string, wait?: Promise<void>) => {
    const channel = createToyChannel(
      platform,
      () => 'ok',
      async () => {},
      id,
    );
    const { send } = channel;
    channel.send = async (job) => {
      await wait;
      order.push(`${id} ${job.link.split('=')[1]}`);
      return send(job);
    };
    return channel;
  };
  const channels = new Map([
    ['toy', named('toy', held)],
    ['fast', named('fast')],
  ]);
  const worker = createWorker({ ...options, channels, linkFor: (d) => `x?d=${d.postId}` });
  await store.create(newDelivery({ postId: 'p0', plannedAt: later(-2000) }));
  await store.create(newDelivery({ postId: 'p2', channel: 'fast' }));
  const running = worker.runDue();
  while (order.length === 0) await new Promise((resolve) => setImmediate(resolve));
  await store.create(newDelivery({ postId: 'p3', channel: 'fast' }));
  await worker.runDue();
  expect(order).toEqual(['fast p2', 'fast p3']);
  release();
  await running;
  expect(order.slice(2)).toEqual(['toy p0', 'toy p1']);
});

test('two workers on one store send each delivery once', async () => {
  const { store, platform, options } = await bench();
  for (let i = 0; i < 50; i += 1) await store.create(newDelivery({ postId: `x${i}` }));
  const other = createWorker({ ...options, owner: hostOwner('host-b') });
  await Promise.all([createWorker(options).runDue(), other.runDue()]);
  await other.drain(later(day));
  expect(platform.posted.size).toBe(51);
  expect(new Set(platform.posted.values())).toEqual(new Set([1]));
});
