import { expect, test } from 'vitest';
import { bench } from '../testing/bench.ts';
import { later, newDelivery } from '../testing/fixtures.ts';
import { createToyChannel } from '../testing/toy-channel.ts';

const minute = 60_000;

test('a paused channel sends nothing new, says so, and goes on by itself', async () => {
  let paused = true;
  const { worker, store, clock, platform, first } = await bench({ paused: () => paused });
  expect(await worker.runDue()).toBe(0);
  expect(await first()).toMatchObject({
    state: 'pending',
    note: expect.stringContaining('渠道已暂停'),
    nextAt: later(minute),
    attempts: 0,
  });
  expect(await store.attempts((await first()).id)).toEqual([]);
  paused = false;
  clock.advance(minute);
  await worker.runDue();
  expect(await first()).toMatchObject({ state: 'confirmed', note: '已发布。' });
  expect(platform.calls.send).toBe(1);
});

test('paused past its window it is a missed one, decided when the channel is back', async () => {
  let paused = true;
  const { worker, clock, first } = await bench({ paused: () => paused, misfireWindow: 10 });
  clock.advance(30 * minute);
  await worker.runDue();
  expect((await first()).state).toBe('pending');
  paused = false;
  clock.advance(minute);
  await worker.runDue();
  expect((await first()).state).toBe('skipped');
});

test('other channels go on', async () => {
  const { worker, store, options, platform } = await bench({ paused: (channel) => channel === 'toy' });
  (options.channels as Map<string, ReturnType<typeof createToyChannel>>).set(
    'other',
    createToyChannel(
      platform,
      () => 'ok',
      async () => {},
      'other',
    ),
  );
  await store.create(newDelivery({ postId: 'p2', channel: 'other' }));
  await worker.runDue();
  expect((await store.list({})).map((d) => [d.channel, d.state]).sort()).toEqual([
    ['other', 'confirmed'],
    ['toy', 'pending'],
  ]);
});

test.each(['lost', 'busy', 'accepted'] as const)('what has begun is brought to its end: %s', async (fate) => {
  let paused = false;
  const { worker, first, platform } = await bench({ fates: [fate], paused: () => paused });
  await worker.runDue();
  paused = true;
  await worker.drain(later(60 * minute));
  const d = await first();
  expect([d.state, platform.posted.get(d.id)]).toEqual(['confirmed', 1]);
});
