import { afterEach, expect, it, vi } from 'vitest';
import { startPulse, type Pulse } from './pulse.ts';
import { within } from '../../.config/patience.ts';

let pulse: Pulse | undefined;
afterEach(() => pulse?.stop());

it('a database that hangs, fails and comes back is away exactly so long', async () => {
  let answer: () => Promise<unknown> = async () => 1;
  let hanging: () => void = () => undefined;
  pulse = startPulse(() => answer(), { every: 1, patience: 20 });
  await vi.waitUntil(() => pulse?.away() === false, { timeout: within(60_000) });
  answer = () => new Promise<void>((resolve) => (hanging = resolve));
  await vi.waitUntil(() => pulse?.away(), { timeout: within(60_000) });
  answer = async () => Promise.reject(new Error('gone'));
  hanging();
  await vi.waitUntil(() => pulse?.away(), { timeout: within(60_000) });
  answer = async () => 1;
  await vi.waitUntil(() => pulse?.away() === false, { timeout: within(60_000) });
});

it('asks one question at a time, and none after its end', async () => {
  let open = 0;
  let most = 0;
  let asked = 0;
  pulse = startPulse(
    async () => {
      asked += 1;
      most = Math.max(most, (open += 1));
      for (let turn = 0; turn < 9; turn += 1) await new Promise((done) => setImmediate(done));
      open -= 1;
    },
    { every: 1, patience: 1 },
  );
  await vi.waitUntil(() => asked > 5, { timeout: within(60_000) });
  pulse.stop();
  const count = asked;
  // Timers of its own length have come round many times.
  for (let turn = 0; turn < 30; turn += 1) await new Promise((done) => setTimeout(done, 1));
  expect(asked - count).toBeLessThanOrEqual(1);
  expect(most).toBe(1);
});
