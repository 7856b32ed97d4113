import { expect, it } from 'vitest';
import { each } from '../../campaigns/bulkhead/each.ts';
import type { StepStates } from '../../cms/ops/step-state.ts';
import { createTick } from './runner.ts';
import type { Step } from './step.ts';

const at = (minute: number) => new Date(Date.UTC(2031, 0, 1, 0, minute));
const step = (name: string, run: Step['run'], more: Partial<Step> = {}): Step => ({
  name,
  title: name,
  advice: '请处理。',
  run,
  ...more,
});

function scene(steps: Step[], kept: StepStates = {}) {
  const said: string[] = [];
  const written: StepStates[] = [];
  const tick = createTick({
    steps,
    memory: { read: async () => kept, write: async (states) => void written.push(states) },
    log: (line) => said.push(line),
  });
  return { tick, said, written };
}

it('a step that throws, one with a broken item and one that never ends stop none of the others, minute after minute', async () => {
  const ran: string[] = [];
  let begun = 0;
  const { tick, written, said } = scene([
    step('throws', async () => {
      throw new Error('坏了');
    }),
    step(
      'hangs',
      () => {
        begun += 1;
        return new Promise(() => undefined);
      },
      { patienceMs: 20 },
    ),
    step('items', () =>
      each(
        ['a', 'bad', 'c'],
        (x) => [x, `条目${x}`],
        (x) => {
          if (x === 'bad') throw new Error('读不出来');
          ran.push(x);
        },
      ),
    ),
    step('last', async () => void ran.push('last')),
  ]);
  await tick.run(at(0));
  await tick.run(at(1));
  await tick.run(at(2));
  expect(ran).toEqual(['a', 'c', 'last', 'a', 'c', 'last', 'a', 'c', 'last']);
  expect(begun).toBe(1);
  const last = written.at(-1)!;
  expect(last.throws).toMatchObject({ lastSuccess: null, failing: { since: at(0).toISOString(), error: '坏了。' } });
  expect(last.hangs?.failing?.since).toBe(at(0).toISOString());
  expect(last.items).toMatchObject({
    lastSuccess: at(2).toISOString(),
    failing: null,
    stuck: [{ item: 'bad', since: at(0).toISOString(), error: '读不出来。' }],
  });
  // Said when it begins, not every minute.
  expect(said.filter((line) => line.includes('条目bad'))).toHaveLength(1);
  expect(tick.hanging(at(2))?.name).toBe('hangs');
});

it('what is mended is over, and one that took long runs again when it has ended', async () => {
  let good = false;
  let end: () => void = () => undefined;
  let begun = 0;
  const { tick, said } = scene([
    step('mended', async () => {
      if (!good) throw new Error('坏了');
    }),
    step(
      'slow',
      () => {
        begun += 1;
        return new Promise<void>((done) => {
          end = done;
        });
      },
      { patienceMs: 10 },
    ),
  ]);
  await tick.run(at(0));
  good = true;
  end();
  await tick.settled();
  await tick.run(at(5));
  expect(tick.states().mended).toMatchObject({ failing: null, lastSuccess: at(5).toISOString() });
  expect(begun).toBe(2);
  expect(said).toContain('“mended”这一步恢复了。');
});

it('nobody waits for a step aside, and it is never begun twice', async () => {
  let begun = 0;
  let end: () => void = () => undefined;
  const ran: string[] = [];
  const { tick } = scene([
    step(
      'send',
      () => {
        begun += 1;
        return new Promise<void>((done) => {
          end = done;
        });
      },
      { aside: true, patienceMs: 3_600_000 },
    ),
    step('after', async () => void ran.push('after')),
  ]);
  await tick.run(at(0));
  await tick.run(at(1));
  expect([begun, ran]).toEqual([1, ['after', 'after']]);
  expect(tick.states().send).toBeUndefined();
  end();
  await tick.settled();
  expect(tick.states().send?.lastSuccess).toBe(at(0).toISOString());
});

it('“since when” survives a restart, and a database that cannot be told stops nothing', async () => {
  const { tick, written } = scene([
    step('a', async () => {
      throw new Error('坏了');
    }),
  ]);
  await tick.run(at(0));
  const again = scene(
    [
      step('a', async () => {
        throw new Error('还是坏的');
      }),
    ],
    { ...written[0]!, gone: written[0]!.a! },
  );
  await again.tick.run(at(9));
  expect(again.tick.states()).toMatchObject({ a: { failing: { since: at(0).toISOString(), error: '还是坏的。' } } });
  expect(Object.keys(again.tick.states())).toEqual(['a']);
  const deaf = createTick({
    steps: [step('b', async () => undefined)],
    memory: { read: () => Promise.reject(new Error('x')), write: () => Promise.reject(new Error('x')) },
    log: () => undefined,
  });
  await deaf.run(at(1));
  expect(deaf.states().b?.lastSuccess).toBe(at(1).toISOString());
});
