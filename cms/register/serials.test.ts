import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createRegister, type Register } from './register.ts';
import { serialFor } from './serials.ts';

let folder: string;
let register: Register;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chengxin-serials-'));
  register = createRegister({ folders: [folder], complain: () => {} });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const given = (...pairs: [number, string][]) =>
  register.addAll(
    pairs.map(([serial, story]) => ({
      kind: 'serial',
      key: String(serial),
      at: '2026-06-14T01:00:00.000Z',
      facts: { story },
    })),
  );

it.each<[string, [number, string][], number, { own: number | null; next: number }]>([
  ['the first story of all is number 1', [], 0, { own: null, next: 1 }],
  ['a new one comes after all that the database knows', [], 41, { own: null, next: 42 }],
  // Restored from a backup: the database has forgotten the last ones, readers have not.
  [
    'and after all that were given since the backup',
    [
      [40, 'a'],
      [41, 'b'],
    ],
    12,
    { own: null, next: 42 },
  ],
  ['whichever of the two is higher', [[7, 'a']], 12, { own: null, next: 13 }],
  [
    'a story that had a number has it again',
    [
      [41, 'mine'],
      [42, 'b'],
    ],
    12,
    { own: 41, next: 43 },
  ],
  // Two processes gave it one each, once: its first address is the one that was printed.
  [
    'of two it is the first',
    [
      [9, 'mine'],
      [10, 'mine'],
    ],
    12,
    { own: 9, next: 13 },
  ],
  [
    'numbers are counted, not spelt',
    [
      [9, 'a'],
      [10, 'b'],
      [100, 'c'],
    ],
    0,
    { own: null, next: 101 },
  ],
])('%s', (_, pairs, highest, serial) => {
  given(...pairs);
  expect(serialFor(register, 'mine', highest)).toEqual(serial);
});

it('what was withdrawn or destroyed gives no number', () => {
  register.add({ kind: 'withdrawal', key: '99', at: '2026-06-14T01:00:00.000Z', facts: { story: 'mine' } });
  expect(serialFor(register, 'mine', 3)).toEqual({ own: null, next: 4 });
});
