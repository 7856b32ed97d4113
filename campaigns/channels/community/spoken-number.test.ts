import { expect, test } from 'vitest';
import { seeded } from '../testing/random.ts';
import { readDigits, readNumber, readPhone } from './spoken-number.ts';

const digits = '零一二三四五六七八九';
const places: Record<string, bigint> = { 十: 10n, 百: 100n, 千: 1000n };
const groups: Record<string, bigint> = { 万: 10n ** 4n, 亿: 10n ** 8n, 万亿: 10n ** 12n };

/** What a listener understands: the way back, by another road than the reader took. */
function heard(said: string): bigint {
  let sum = 0n;
  for (const [, four = '', group] of said.matchAll(/([^万亿]+)(万亿|万|亿)?/gu)) {
    let value = 0n;
    for (const [, digit, place] of four.matchAll(/([一二三四五六七八九])?([十百千])?/gu)) {
      if (digit === undefined && place === undefined) continue;
      value += BigInt(digit === undefined ? 1 : digits.indexOf(digit)) * (place === undefined ? 1n : places[place]!);
    }
    sum += value * (group === undefined ? 1n : groups[group]!);
  }
  return sum;
}

test('一万个数念出来，听的人听到的还是那个数；每个空档念一次零', () => {
  const next = seeded(20261128);
  for (let i = 0; i < 10_000; i++) {
    const length = 1 + Math.floor(next() * 16);
    // Half of the digits are noughts: that is where reading goes wrong.
    const written = Array.from({ length }, (_, at) =>
      at > 0 && next() < 0.5 ? '0' : String(1 + Math.floor(next() * 9)),
    ).join('');
    const said = readNumber(written);
    expect(heard(said), `${written} ${said}`).toBe(BigInt(written));
    // A gap is heard once, except where it only ends a group of four: 10,001,000 is 一千万一千.
    const gaps = [...written.matchAll(/0+(?=[1-9])/gu)].filter(
      ({ 0: gap, index }) => gap.length > 3 || (length - index - gap.length) % 4 !== 0,
    );
    expect(said.match(/零/gu)?.length ?? 0, `${written} ${said}`).toBe(gaps.length);
    expect(said, written).not.toMatch(/零零|零$|零[十百千万亿]|^一十/u);
  }
});

test('十六位还是数，十七位一位一位念；前面带零的是编号', () => {
  expect(readNumber('1000000000000000')).toBe('一千万亿');
  expect(readNumber('10000000000000001')).toBe('一〇〇〇〇〇〇〇〇〇〇〇〇〇〇〇一');
  expect(readNumber('00')).toBe('〇〇');
  expect(readNumber('00.5')).toBe('〇〇点五');
});

test('编号的零念〇，电话的一念幺，别的字原样', () => {
  expect(readDigits('第2026-10号')).toBe('第二〇二六-一〇号');
  expect(readPhone('0839-110转1')).toBe('零八三九-幺幺零转幺');
});
