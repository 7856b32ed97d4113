import { describe, expect, it, test } from 'vitest';
import { createRandom } from '../../campaigns/calendar/testing/random.ts';
import { gapsIn, lineOf, readLine, type Entry, type Line } from './entry.ts';
import { createHeads } from './heads.ts';

const entry = (n: number, more: Partial<Entry> = {}): Entry => ({
  kind: 'withdrawal',
  key: `r${n}`,
  at: `2026-03-14T01:00:0${n % 10}.000Z`,
  facts: { story: `s${n}`, release: `r${n}` },
  ...more,
});
/** What one writer writes, in a chain. */
function chain(by: string, size: number): Line[] {
  const lines: Line[] = [];
  for (let n = 0; n < size; n += 1) lines.push(lineOf(entry(n), by, lines.at(-1) ?? null));
  return lines;
}

describe('a line', () => {
  const [, line] = chain('w', 3) as [Line, Line, Line];
  const text = JSON.stringify(line);
  it('is read as it was written, in whatever order its facts stand', () => {
    expect(readLine(text)).toEqual(line);
    expect(readLine(JSON.stringify({ ...line, facts: { release: 'r1', story: 's1' } }))).not.toBeNull();
  });
  it('with any one character changed, doubled or taken out is none, or says the very same', () => {
    const random = createRandom(17);
    for (let at = 0; at < text.length; at += 1) {
      for (const changed of [
        text.slice(0, at) + text.slice(at + 1),
        text.slice(0, at) + text[at] + text.slice(at),
        text.slice(0, at) + String.fromCharCode(33 + random.int(0, 90)) + text.slice(at + 1),
      ]) {
        const read = readLine(changed);
        if (read) expect(read).toEqual(line);
      }
    }
  });
  test.each<[string, object]>([
    ['a kind that the register does not know', { kind: 'story' }],
    ['no key', { key: '' }],
    ['a key without end', { key: 'k'.repeat(201) }],
    ['a day for an instant', { at: '2026-03-14' }],
    ['a number among its facts', { facts: { n: 1 } }],
    ['something more', { more: 'x' }],
    ['number nought', { n: 0 }],
  ])('with %s is none, whatever its fingerprint', (_, more) =>
    expect(readLine(JSON.stringify({ ...line, ...more }))).toBeNull(),
  );
  test.each(['', '{}', 'null', '[]', '"x"', text.slice(0, -1), `${text}${text}`, `\u0000${text}`])(
    '%#: no line, and no fault either',
    (other) => expect(readLine(other)).toBeNull(),
  );
});

describe('gaps', () => {
  const lines = chain('w', 6);
  it('none in what is whole, in whatever order, doubled or from several writers', () => {
    expect(gapsIn([])).toEqual([]);
    expect(gapsIn([...lines.toReversed(), ...lines, ...chain('v', 3)])).toEqual([]);
  });
  it('where a line was taken out, at the beginning too', () => {
    for (const [i, line] of lines.slice(0, -1).entries())
      expect(gapsIn(lines.filter((one) => one !== line))).toEqual([`w#${i + 2}`]);
  });
  it('where another stands in its place: the next one names who was there', () => {
    const forged = lineOf(entry(2, { facts: { story: 'other' } }), 'w', lines[1] ?? null);
    expect(readLine(JSON.stringify(forged))).not.toBeNull();
    expect(gapsIn(lines.with(2, forged))).toEqual(['w#4']);
  });
  it('of one writer are nobody else’s', () => expect(gapsIn([...chain('v', 3).slice(1), ...lines])).toEqual(['v#2']));
});

it('heads: two readings of the same lines agree, and of which lines came after a name there is no doubt', () => {
  const [all, random] = [[...chain('a', 12), ...chain('b', 12)], createRandom(5)];
  const heads = createHeads();
  const seen = [heads.now()];
  for (const line of all) {
    heads.add(line);
    seen.push(heads.now());
  }
  expect(new Set(seen).size).toBe(seen.length);
  const shuffled = createHeads();
  for (const line of all
    .map((one) => [random.int(0, 1_000_000), one] as const)
    .toSorted(([x], [y]) => x - y)
    .map(([, one]) => one))
    shuffled.add(line);
  expect(shuffled.now()).toBe(heads.now());
  expect([heads.lines(22, 5).length, heads.lines(24, 5).length, heads.after(''), heads.after('24:0')]).toEqual([
    2,
    0,
    null,
    null,
  ]);
});
