import { expect, test } from 'vitest';
import { applyPlan } from './apply-plan.ts';
import { confirmByHand, resume } from '../../hands/resume.ts';
import { bench } from '../../testing/bench.ts';
import { later, newDelivery } from '../../testing/fixtures.ts';

const none = { create: [], supersede: [], rearm: [], replan: [], gaps: [], overbooked: [] };
const day = 24 * 3600_000;

test('creates once, however often it is applied', async () => {
  const { store, clock } = await bench();
  const plan = { ...none, create: [newDelivery({ postId: 'new' })] };
  expect((await applyPlan({ plan, store, clock })).created).toBe(1);
  expect((await applyPlan({ plan, store, clock })).created).toBe(0);
});

test('supersedes what has not gone out, with its reason, and it stays out', async () => {
  const { store, clock, first, worker, platform } = await bench();
  const { id } = await first();
  const plan = { ...none, supersede: [{ deliveryId: id, reason: '已有更新的签发稿。' }] };
  expect((await applyPlan({ plan, store, clock })).superseded).toBe(1);
  expect(await first()).toMatchObject({ state: 'skipped', note: '已有更新的签发稿。', superseded: true, nextAt: null });
  await worker.drain(later(day));
  expect(platform.calls.send).toBe(0);
});

test('does not supersede what is out or may be', async () => {
  const { store, clock, first, worker } = await bench({ fates: ['lost'] });
  await worker.runDue();
  const { id } = await first();
  const plan = { ...none, supersede: [{ deliveryId: id, reason: '改期。' }] };
  expect((await applyPlan({ plan, store, clock })).superseded).toBe(0);
  await worker.drain(later(day));
  expect((await first()).state).toBe('confirmed');
});

test('of a supersede and a send at the same moment exactly one wins', async () => {
  for (let lead = 0; lead < 12; lead += 1) {
    const { store, clock, first, worker, platform } = await bench();
    const { id } = await first();
    const sending = worker.runDue();
    for (let i = 0; i < lead; i += 1) await Promise.resolve();
    const { superseded } = await applyPlan({
      plan: { ...none, supersede: [{ deliveryId: id, reason: '改期。' }] },
      store,
      clock,
    });
    await sending;
    await worker.drain(later(day));
    expect(platform.calls.send + superseded).toBe(1);
    expect((await first()).state).toBe(superseded ? 'skipped' : 'confirmed');
  }
});

test('moves what nobody has tried', async () => {
  const { store, clock, first } = await bench();
  const { id } = await first();
  await applyPlan({
    plan: { ...none, replan: [{ deliveryId: id, plannedAt: later(5000), misfire: 'ask', misfireWindow: 7 }] },
    store,
    clock,
  });
  expect(await first()).toMatchObject({
    plannedAt: later(5000),
    nextAt: later(5000),
    misfire: 'ask',
    misfireWindow: 7,
    state: 'pending',
  });
});

test('a person can put a dead one back, even long after its minute, or confirm it by hand', async () => {
  const { store, clock, first, worker, platform } = await bench({ fates: ['blocked'] });
  await worker.runDue();
  const { id } = await first();
  clock.advance(day);
  expect(await resume(store, clock, id, '示例管理员')).toBe(true);
  expect(await first()).toMatchObject({ state: 'pending', nextAt: later(day) });
  await worker.runDue();
  expect((await first()).state).toBe('confirmed');
  expect(platform.calls.send).toBe(2);

  const other = await bench({ fates: ['blocked'] });
  await other.worker.runDue();
  await confirmByHand(other.store, other.clock, (await other.first()).id, '示例编辑', 'https://example.com/x');
  expect(await other.first()).toMatchObject({ state: 'confirmed', url: 'https://example.com/x', nextAt: null });
});
