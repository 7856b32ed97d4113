import { expect, it } from 'vitest';
import { Crowded, Turns } from './turns.ts';

const hold = () => {
  let go = () => {};
  const gate = new Promise<void>((done) => (go = done));
  return { gate, go };
};

it('so many at once, the rest in order, no client in the place of all, and what fails makes room', async () => {
  const turns = new Turns({ width: 1, queue: 3, perClient: 2 });
  const first = hold();
  const order: string[] = [];
  const work = (name: string) => async () => void order.push(name);
  const running = turns.run('a', async () => {
    await first.gate;
    throw new Error('a fault');
  });
  const waiting = [turns.run('a', work('a1')), turns.run('a', work('a2'))];
  await expect(turns.run('a', work('a3'))).rejects.toThrow(Crowded);
  waiting.push(turns.run('b', work('b1')));
  await expect(turns.run('c', work('c1'))).rejects.toThrow(Crowded);
  first.go();
  await expect(running).rejects.toThrow('a fault');
  await Promise.all(waiting);
  expect(order).toEqual(['a1', 'a2', 'b1']);
  await turns.run('c', work('c2'));
  expect(order).toContain('c2');
});
