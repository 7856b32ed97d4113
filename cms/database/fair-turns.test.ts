import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { asOneTurn, takeTurns } from './fair-turns.ts';

/** Work that awaits nothing but a database that answers at once. @returns how often somebody else had a turn meanwhile */
async function turnsOfOthersDuring(work: (step: () => Promise<void>) => Promise<void>): Promise<number> {
  let turns = 0;
  let over = false;
  const others = (async () => {
    for (; !over; turns += 1) await setImmediate();
  })();
  await work(async () => {
    const from = performance.now();
    // As long as a middling statement takes.
    while (performance.now() - from < 3);
    await takeTurns();
  });
  const seen = turns;
  over = true;
  await others;
  return seen;
}
const statements = async (step: () => Promise<void>) => {
  for (let n = 0; n < 40; n += 1) await step();
};

it('long work lets others in between its statements', async () => {
  expect(await turnsOfOthersDuring(statements)).toBeGreaterThan(5);
});

it('two long works let each other and everybody else in', async () => {
  expect(
    await turnsOfOthersDuring(async (step) => void (await Promise.all([statements(step), statements(step)]))),
  ).toBeGreaterThan(5);
});

it('what must not be divided is not', async () => {
  await setImmediate();
  expect(await turnsOfOthersDuring((step) => asOneTurn(() => statements(step)))).toBe(0);
});

it('such works come one after another, also after one that failed; what is asked for inside is part of it', async () => {
  const log: string[] = [];
  const work = (name: string, end: () => void = () => undefined) =>
    asOneTurn(async () => {
      log.push(`${name} begins`);
      for (let n = 0; n < 5; n += 1) await Promise.resolve();
      await asOneTurn(async () => void log.push(`${name} inside`));
      log.push(`${name} ends`);
      end();
    });
  const all = await Promise.allSettled([
    work('a', () => {
      throw new Error('no');
    }),
    work('b'),
    work('c'),
  ]);
  expect(all.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
  expect(log).toEqual(['a', 'b', 'c'].flatMap((name) => [`${name} begins`, `${name} inside`, `${name} ends`]));
});
