import { expect, it } from 'vitest';
import { Busy, Lane } from './lane.ts';

/** A work that ends when it is told to. */
function work() {
  let end: () => void = () => undefined;
  let began = false;
  const done = new Promise<void>((resolve) => (end = resolve));
  return { run: async () => ((began = true), done), end: () => end(), began: () => began };
}
const soon = () => new Promise((resolve) => setImmediate(resolve));

it('runs so many at once, keeps so many waiting, and refuses the rest at once', async () => {
  const lane = new Lane({ width: 2, queue: 2, perClient: 2 });
  const works = Array.from({ length: 5 }, work);
  const asked = works.map(({ run }, i) => lane.run(`visitor ${i}`, run));
  await expect(asked[4]).rejects.toThrow(Busy);
  expect(works.map(({ began }) => began())).toEqual([true, true, false, false, false]);
  works[0]?.end();
  await asked[0];
  await soon();
  expect(works.map(({ began }) => began())).toEqual([true, true, true, false, false]);
  for (const { end } of works) end();
  await Promise.all(asked.slice(0, 4));
  await expect(lane.run('later', async () => 7)).resolves.toBe(7);
});

it('one client cannot fill the queue', async () => {
  const lane = new Lane({ width: 1, queue: 4, perClient: 2 });
  const first = work();
  const running = lane.run('flood', first.run);
  const flood = Array.from({ length: 9 }, () =>
    lane.run('flood', async () => 'flood').catch((e: unknown) => (e as Error).constructor),
  );
  const visitor = lane.run('visitor', async () => 'seen');
  expect(lane.waiting).toBe(3);
  first.end();
  await running;
  expect(await visitor).toBe('seen');
  expect((await Promise.all(flood)).filter((answer) => answer === Busy)).toHaveLength(7);
});

it('a work that throws gives its place on, and rests as any other', async () => {
  const lane = new Lane({ width: 1, queue: 1, perClient: 1, share: 0.5 });
  await expect(lane.run('a', async () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  await expect(lane.run('a', async () => 1)).resolves.toBe(1);
});

it('after a work the runner rests, and what waits begins only then', async () => {
  const lane = new Lane({ width: 1, queue: 9, perClient: 9, share: 0.2 });
  const began: number[] = [];
  const busy = async () => {
    began.push(performance.now());
    const end = performance.now() + 20;
    while (performance.now() < end);
  };
  await Promise.all([lane.run('a', busy), lane.run('a', busy), lane.run('a', busy)]);
  // 20 ms of work, 80 ms of rest: a lower bound holds on any machine.
  expect((began[1] ?? 0) - (began[0] ?? 0)).toBeGreaterThanOrEqual(95);
  expect((began[2] ?? 0) - (began[1] ?? 0)).toBeGreaterThanOrEqual(95);
});
