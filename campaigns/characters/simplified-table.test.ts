import { expect, it } from 'vitest';
import { isDoubtful } from './doubtful.ts';
import { simplifiedTable } from './simplified-table.ts';
import { isStandard } from './standard.ts';
import { variants } from './variants.ts';

const { points, units } = simplifiedTable();
const changed = Array.from(units.keys()).filter((code) => units[code] !== 0);

it('holds thousands of characters, and none that a simplified text may hold', () => {
  expect(changed.length).toBeGreaterThan(3_000);
  const kept = changed.filter((code) => isStandard(code)).map((code) => String.fromCharCode(code));
  expect(kept.join('')).toBe('後於菸麴');
  expect(changed.filter((code) => isDoubtful(String.fromCharCode(code)))).toEqual([]);
});

it('leads to the end at once: no character becomes one that would change again', () => {
  const again = changed.filter((code) => units[units[code]!] !== 0);
  expect(again.map((code) => String.fromCharCode(code, units[code]!))).toEqual([]);
  for (const [, to] of points) expect([...to]).toHaveLength(1);
});

it('never makes a half of a pair, a letter or a sign', () => {
  for (const code of changed) {
    expect(String.fromCharCode(code)).toMatch(/^\p{Script=Han}$/u);
    expect(String.fromCharCode(units[code]!)).toMatch(/^\p{Script=Han}$/u);
  }
});

it('the variants that are written down are pairs, each of a form out of use and one in use, none of them twice', () => {
  const pairs = Array.from({ length: variants.length / 2 }, (_, i) => variants.slice(2 * i, 2 * i + 2));
  const wrong = pairs.filter((pair) => isStandard(pair.charCodeAt(0)) || !isStandard(pair.charCodeAt(1)));
  expect(wrong).toEqual([]);
  expect(pairs.filter((pair) => units[pair.charCodeAt(0)] !== pair.charCodeAt(1))).toEqual([]);
  expect(new Set(pairs.map((pair) => pair[0])).size).toBe(pairs.length);
});

it('the characters of GB 2312 are all there', () => {
  const all = Array.from({ length: 0x10000 }, (_, code) => code).filter(isStandard);
  expect(all).toHaveLength(6763);
  for (const char of '一啊座亍齄囗镕') expect(isStandard(char.charCodeAt(0)), char).toBe(char !== '镕');
});
