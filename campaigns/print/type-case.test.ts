import { expect, it } from 'vitest';
import { readGlyphs } from './glyphs.ts';
import { openSlices } from './slices.ts';
import { fillTypeCase } from './type-case.ts';

const slices = await openSlices();

it.each([
  ['信', true],
  ['譽', true],
  ['，', true],
  ['“', true],
  ['A', true],
  ['é', true],
  ['９', true],
  ['\u{2a6a5}', false],
  ['🎋', false],
])('the typeface has %j: %s', (char, has) => expect(slices.of(char) !== null).toBe(has));

it('letters and digits come from one file, in which they are kerned together', () =>
  expect(new Set([...'AVo09'].map((char) => slices.of(char)))).toEqual(new Set(['latin'])));

it('a file that is not there fails for who asked, each time', async () => {
  await expect(slices.read('no-such-slice')).rejects.toThrow('ENOENT');
  await expect(slices.read('no-such-slice')).rejects.toThrow('ENOENT');
});

it('sets what was asked for at its weight, and nothing else', async () => {
  const type = await fillTypeCase({ 400: '信A', 700: '信' });
  expect(type.fontOf('信', 400)).not.toBe(type.fontOf('信', 700));
  expect(type.fontOf('A', 400)).toBe('400/latin');
  expect(type.fontOf('A', 700)).toBeNull();
  expect(type.fontOf('约', 400)).toBeNull();
  expect(type.missing).toEqual([]);
  for (const name of type.fonts.keys())
    expect(readGlyphs(type.fonts.get(name)!).advance(name.endsWith('latin') ? 'A' : '信')).toBeGreaterThan(0.3);
});

it('bold is bolder than plain', async () => {
  const type = await fillTypeCase({ 400: '一', 700: '一' });
  const thick = (weight: 400 | 700) => {
    const outline = readGlyphs(type.fonts.get(type.fontOf('一', weight) ?? '')!).outline('一');
    const rows = [...outline.matchAll(/-?\d+\.\d+ (-?\d+\.\d+)/g)].map(([, y]) => Number(y));
    return Math.max(...rows) - Math.min(...rows);
  };
  expect(thick(700)).toBeGreaterThan(thick(400) * 1.3);
});

it('what the typeface lacks is named once, in reading order; what nobody sees is not', async () => {
  const type = await fillTypeCase({ 400: '信🎋\u{2a6a5}🎋\u0000\u200b\n', 700: '🎋' });
  expect(type.missing).toEqual(['🎋', '\u{2a6a5}']);
});

it('an accent that stands apart is the letter with it, and the same job gives the same bytes', async () => {
  const [apart, joined] = await Promise.all(['e\u0301', 'é'].map((text) => fillTypeCase({ 400: text, 700: '' })));
  expect(apart?.fontOf('é', 400)).not.toBeNull();
  expect([...(apart?.fonts ?? [])]).toEqual([...(joined?.fonts ?? [])]);
});
