import { expect, it } from 'vitest';
import { goneSerials, tag, untilOf } from './tags.ts';

const noon = '2026-03-15T04:00:00.000Z';
const later = '2026-03-15T05:00:00.000Z';

it('a page is right until the earliest of its instants, in whatever order they stand', () => {
  expect(untilOf([tag.until(later), tag.region, tag.until(noon)])).toBe(Date.parse(noon));
  expect(untilOf([tag.until(noon), tag.until(later)])).toBe(Date.parse(noon));
});

it('an instant that is none does not make a page right for ever, nor wrong at once', () => {
  expect(untilOf([tag.until(''), tag.until('明天'), tag.until(later)])).toBe(Date.parse(later));
  expect(untilOf([tag.until('明天')])).toBe(null);
  expect(untilOf([])).toBe(null);
});

it('only what was taken back is gone: a story of the same number is not', () => {
  expect(goneSerials([tag.story(7), tag.material(7), tag.gone(12), tag.column('gone:3'), tag.gone(1)])).toEqual([
    12, 1,
  ]);
  expect(goneSerials([])).toEqual([]);
});

it('no two things share a name', () => {
  const names = [
    tag.region,
    tag.day,
    tag.lists,
    tag.materials,
    tag.media,
    tag.year(1),
    tag.column('1'),
    tag.story(1),
    tag.batch('1'),
    tag.list('1'),
    tag.material(1),
    tag.picture('1'),
    tag.until('1'),
    tag.gone(1),
    tag.campaign(1, '1'),
  ];
  expect(new Set(names).size).toBe(names.length);
});
