import { expect, test } from 'vitest';
import { bench } from '../testing/bench.ts';
import { later } from '../testing/fixtures.ts';
import { createToyChannel } from '../testing/toy-channel.ts';
import { createWorker } from './worker.ts';

const day = 24 * 3600_000;

test('after three days off a doubtful one is looked for before anybody is asked', async () => {
  const { worker, clock, first, platform } = await bench({ fates: ['lost'], misfireWindow: 60 * 24 * 7 });
  await worker.runDue();
  clock.advance(3 * day);
  await worker.drain(later(4 * day));
  const d = await first();
  expect([d.state, platform.posted.get(d.id)]).toEqual(['confirmed', 1]);
});

test('nor does a day off after many looks use up the time for looking', async () => {
  const { worker, clock, first, platform, options } = await bench({ fates: ['lost'] });
  await worker.runDue();
  let deaf = true;
  const channel = createToyChannel(platform, () => 'lost');
  const { look } = channel;
  channel.look = async (job) => (deaf ? { kind: 'unknown', lookAfter: 60_000, note: '平台没有回应。' } : look(job));
  const patient = createWorker({ ...options, channels: new Map([['toy', channel]]) });
  await patient.drain(later(3 * 3600_000));
  expect((await first()).attempts).toBeGreaterThan(10);
  clock.advance(3 * day);
  await patient.runDue();
  expect((await first()).state).toBe('unknown');
  deaf = false;
  await patient.drain(later(5 * day));
  expect((await first()).state).toBe('confirmed');
});

test('one failed look after three days off is not enough to give up', async () => {
  const { clock, first, platform, options } = await bench({ fates: ['lost'] });
  let deaf = 3;
  const channel = createToyChannel(platform, () => 'lost');
  const { look } = channel;
  channel.look = async (job) =>
    deaf-- > 0 ? { kind: 'unknown', lookAfter: 60_000, note: '平台没有回应。' } : look(job);
  const worker = createWorker({ ...options, channels: new Map([['toy', channel]]) });
  await worker.runDue();
  clock.advance(3 * day);
  await worker.drain(later(4 * day));
  expect((await first()).state).toBe('confirmed');
});
