import { expect, it } from 'vitest';
import { entityAt } from './entity.ts';

it.each<[string, number, string]>([
  ['&#49;2', 5, '1'],
  ['&#492', 5, 'Ǭ'],
  ['&#x31;', 6, '1'],
  ['&#X31', 5, '1'],
  [`&#${'0'.repeat(200)}49;`, 205, '1'],
  ['&nbsp;1', 6, '\u00a0'],
  ['&nbsp1', 5, '\u00a0'],
  ['&zwj;', 5, '\u200d'],
  ['&InvisibleComma;', 16, '\u2063'],
  ['&NewLine;', 9, '\n'],
  ['&amp', 4, '&'],
  ['&#128;', 6, '€'],
  ['&#xd800;', 8, '\ufffd'],
  ['&#99999999999;', 14, '\ufffd'],
  ['&NotEqualTilde;', 15, '\u2242\u0338'],
])('reads %s as a browser does', (source, end, stands) => {
  expect(entityAt(`前${source}`, 1)).toEqual({ end: end + 1, stands });
  // Nothing is left over from the one before.
  expect(entityAt(source, 0)).toEqual({ end, stands });
});

it.each(['&', '&;', '& b', '&#', '&#;', '&#x', '&#xg', '&foo;', '&zwj', '&'.repeat(9)])(
  '%s is an ampersand',
  (source) => expect(entityAt(source, 0)).toBeNull(),
);
