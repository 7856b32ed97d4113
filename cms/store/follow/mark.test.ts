import { expect, it } from 'vitest';
import { firstMark, nextMark, overlapMs } from './mark.ts';

const at = (minutes: number) => new Date(Date.parse('2026-06-01T00:00:00.000Z') + minutes * 60_000);
const row = (minutes: number) => ({ id: String(minutes), createdAt: at(minutes).toISOString() });
const minutes = overlapMs / 60_000;
const next = (mark: Parameters<typeof nextMark>[0], rows: ReturnType<typeof row>[], now: Date, quiet = false) =>
  nextMark(mark, rows, 'createdAt', now, quiet);

it('goes back as far as a row may be late, until nothing newer has come for as long', () => {
  const first = firstMark(at(100).toISOString(), at(200));
  expect(first).toEqual({ from: at(100 - minutes).toISOString(), seen: at(100).toISOString() });
  const moved = next(first, [row(150), row(140)], at(200));
  expect(moved).toEqual({ from: at(150 - minutes).toISOString(), seen: at(150).toISOString() });
  expect(next(moved, [row(150)], at(200))).toEqual(moved);
  expect(next(moved, [row(150)], at(200), true)).toEqual({ from: at(150).toISOString(), seen: at(150).toISOString() });
  // What comes after that is newer: nothing older is let through by it.
  expect(next({ from: at(150).toISOString(), seen: at(150).toISOString() }, [row(151)], at(200))).toEqual({
    from: at(150).toISOString(),
    seen: at(151).toISOString(),
  });
});

it('a row from the future, or with an instant that is none, does not carry the mark away', () => {
  const mark = firstMark(at(100).toISOString(), at(200));
  expect(next(mark, [row(500), { id: 'x', createdAt: 'garbage' }], at(200))).toEqual(mark);
});

it('a clock that was set back is followed', () => {
  const mark = { from: at(300).toISOString(), seen: at(300).toISOString() };
  const back = next(mark, [], at(200));
  expect(back.from <= at(200 - minutes).toISOString()).toBe(true);
  expect(next(back, [row(201)], at(202)).seen).toBe(at(201).toISOString());
});

it('where there is nothing yet, begins a little before now', () => {
  expect(firstMark(null, at(200)).from < at(200 - minutes).toISOString()).toBe(true);
});
