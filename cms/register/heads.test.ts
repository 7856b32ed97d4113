import { expect, it } from 'vitest';
import { lineOf, type Line } from './entry.ts';
import { createHeads } from './heads.ts';

const lines = Array.from(
  { length: 20 },
  (_, n): Line =>
    lineOf({ kind: 'serial', key: String(n), at: '2026-01-01T00:00:00.000Z', facts: { story: `s${n}` } }, 'w', null),
);
const filled = (of: readonly Line[]) => {
  const heads = createHeads();
  for (const line of of) heads.add(line);
  return heads;
};

it('is called the same by whoever has read the same lines, in whatever order, and otherwise not', () => {
  expect(filled(lines).now()).toBe(filled(lines.toReversed()).now());
  expect(filled(lines.slice(1)).now()).not.toBe(filled(lines.slice(0, -1)).now());
});

it('says which lines came after each of its former names, and knows no other', () => {
  const heads = createHeads();
  const names = [
    heads.now(),
    ...lines.map((line) => {
      heads.add(line);
      return heads.now();
    }),
  ];
  for (const [n, name] of names.entries()) expect(heads.after(name)).toEqual(lines.slice(n));
  expect(heads.after('3:abc')).toBeNull();
  expect(heads.after(filled(lines.slice(5, 9)).now())).toBeNull();
});
