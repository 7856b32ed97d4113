import { expect, it } from 'vitest';
import { createRandom } from '../calendar/testing/random.ts';
import { overbooked, type QuotaRule } from './quota.ts';
import { roomAt } from './room.ts';

const at = (text: string) => new Date(`${text}:00+08:00`);
const booked = (...texts: string[]) => texts.map((text, i) => ({ postId: `p${i}`, channel: 'weibo', at: at(text) }));

it('days and months are counted by China’s clock', () => {
  const rules: QuotaRule[] = [
    { per: 'day', limit: 3 },
    { per: 'month', limit: 4 },
  ];
  const some = booked('2026-06-14T00:10', '2026-06-14T23:50', '2026-06-13T23:50', '2026-07-01T00:00');
  expect(roomAt(some, rules, at('2026-06-14T12:00')).map(({ left }) => left)).toEqual([1, 1]);
  expect(roomAt(some, rules, at('2026-07-01T09:00')).map(({ left }) => left)).toEqual([2, 3]);
});

it('of an hour the fullest sixty minutes around count, and what is over is none', () => {
  const rules: QuotaRule[] = [{ per: 'hour', limit: 3 }];
  const left = (time: string) => roomAt(some, rules, at(`2026-06-14T${time}`))[0]?.left;
  const some = booked('2026-06-14T09:00', '2026-06-14T09:10', '2026-06-14T09:20', '2026-06-14T09:30');
  expect(['07:00', '08:15', '08:40', '09:15', '10:15', '10:25', '10:30'].map(left)).toEqual([3, 1, 0, 0, 1, 2, 3]);
  expect(roomAt([], rules, at('2026-06-14T09:00'))).toEqual([{ per: 'hour', limit: 3, left: 3 }]);
});

it('where something is left, one more is never what the planner calls too many', () => {
  for (let seed = 1; seed <= 400; seed += 1) {
    const random = createRandom(seed);
    const minuteOf = () => new Date(at('2026-06-14T08:00').getTime() + random.int(0, 300) * 60_000);
    const rules: QuotaRule[] = (['hour', 'day', 'month'] as const).map((per) => ({ per, limit: random.int(1, 9) }));
    const some = Array.from({ length: random.int(0, 12) }, (_, i) => ({
      postId: `p${i}`,
      channel: 'weibo',
      at: minuteOf(),
    }));
    const mine = { postId: 'mine', channel: 'weibo', at: minuteOf() };
    const full = roomAt(some, rules, mine.at).filter(({ left }) => left === 0);
    const told = overbooked([...some, mine], [{ channel: 'weibo', name: '微博', rules }], new Date(0))
      .filter(({ posts }) => posts.includes('mine'))
      .map(({ per }) => per);
    expect(
      full.map(({ per }) => per),
      `seed ${seed}`,
    ).toEqual(expect.arrayContaining(told));
  }
});
