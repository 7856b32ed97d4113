import { expect, test } from 'vitest';
import { applyPlan } from './apply-plan.ts';
import { rearm } from './rearm.ts';
import { resume } from '../../hands/resume.ts';
import { supersede } from './supersede.ts';
import { isSuperseded } from '../../journal/standing.ts';
import { bench } from '../../testing/bench.ts';
import { later, start } from '../../testing/fixtures.ts';
import { createLife, mortalStore } from '../../testing/mortal.ts';
import { createWorker } from '../worker.ts';

const none = { create: [], supersede: [], rearm: [], replan: [], gaps: [], overbooked: [] };
const day = 24 * 3600_000;

async function takenOut(given: Parameters<typeof bench>[0] = {}) {
  const made = await bench(given);
  const { id } = await made.first();
  const { store, clock } = made;
  const out = () => supersede(store, clock, id, '示例排期');
  const again = (ms = 0) => ({ deliveryId: id, plannedAt: later(ms), misfire: 'late' as const, misfireWindow: 60 });
  return { ...made, id, out, again };
}

test('what the plan took out comes back under its next number, at its new time, and is sent once', async () => {
  const { store, clock, id, out, again, first, worker, platform } = await takenOut();
  await out();
  const plan = { ...none, rearm: [{ ...again(5000), misfireWindow: 7 }] };
  expect((await applyPlan({ plan, store, clock })).rearmed).toBe(1);
  expect(await first()).toMatchObject({
    state: 'pending',
    plannedAt: later(5000),
    nextAt: later(5000),
    misfireWindow: 7,
    progress: {},
    attempts: 2,
  });
  expect((await applyPlan({ plan, store, clock })).rearmed).toBe(0);
  await worker.drain(later(day));
  expect([(await first()).state, platform.posted.get(id)]).toEqual(['confirmed', 1]);
  expect((await store.attempts(id)).map((a) => [a.number, a.kind, a.outcome])).toEqual([
    [1, 'skip', 'superseded'],
    [2, 'skip', 'rearmed'],
    [3, 'send', 'confirmed'],
  ]);
});

test('of many who put it back one does', async () => {
  const { store, clock, out, again, first } = await takenOut();
  await out();
  const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => rearm(store, clock, `排期${i}`, again())));
  expect(answers.filter(Boolean)).toHaveLength(1);
  expect((await first()).attempts).toBe(2);
});

test('a version that was not live and is again comes back too', async () => {
  let live = false;
  const { store, clock, again, first, worker } = await takenOut({ isLive: async () => live });
  await worker.runDue();
  expect(await first()).toMatchObject({ state: 'skipped', superseded: true });
  live = true;
  await rearm(store, clock, '示例排期', again());
  await worker.runDue();
  expect(await first()).toMatchObject({ state: 'confirmed' });
  expect((await first()).superseded).toBe(false);
});

test.each(['confirmed', 'missed'] as const)('one that ended otherwise is left alone: %s', async (how) => {
  const { store, clock, id, again, first, worker } = await takenOut();
  if (how === 'missed') clock.advance(day);
  await worker.runDue();
  const before = await first();
  expect(await rearm(store, clock, '示例排期', again(9000))).toBe(false);
  expect(await first()).toEqual(before);
  expect(await store.attempts(id)).toHaveLength(1);
});

test('its new minute counts for the misfire, whatever was tried before', async () => {
  const { store, clock, out, again, first, worker } = await takenOut({ fates: ['busy'] });
  await worker.runDue();
  expect(await out()).toBe(true);
  await rearm(store, clock, '示例排期', again(1000));
  clock.advance(3 * 3600_000);
  await worker.runDue();
  expect(await first()).toMatchObject({ state: 'skipped', note: expect.stringContaining('错过计划时间') });
});

test('a person who resumes takes the mark of the supersede away', async () => {
  const { store, clock, id, out, first } = await takenOut();
  await out();
  await resume(store, clock, id, '示例编辑');
  expect(await first()).toMatchObject({ state: 'pending', progress: {}, nextAt: start });
});

test('dying at any step of taking out and putting back: the next plan heals it, sent once', async () => {
  let died = true;
  for (let k = 1; died; k += 1) {
    const { store, clock, id, again, first, options, platform } = await takenOut();
    const life = createLife(k);
    const mortal = mortalStore(store, life);
    await supersede(mortal, clock, id, '甲').catch(() => undefined);
    await rearm(mortal, clock, '甲', again(4000)).catch(() => undefined);
    died = life.dead;
    // As the planner would: what is still pending is wanted, what is out is put back.
    for (let round = 0; round < 2; round += 1) {
      if (isSuperseded(await first())) await rearm(store, clock, '乙', again(4000));
    }
    const worker = createWorker(options);
    await worker.runDue();
    await rearm(store, clock, '乙', again(4000));
    await worker.drain(later(day));
    expect({ k, state: (await first()).state, copies: platform.posted.get(id) }).toEqual({
      k,
      state: 'confirmed',
      copies: 1,
    });
  }
});
