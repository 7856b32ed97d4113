import { expect, test } from 'vitest';
import { readPlace } from './place.ts';

test.each([
  ['', null, 1],
  ['2', null, 2],
  ['10', null, 10],
  ['诚信人物', '诚信人物', 1],
  ['诚信人物/2', '诚信人物', 2],
  ['1', null, 0],
  ['01', null, 0],
  ['0', null, 0],
  ['1e3', null, 0],
  ['2/诚信人物', null, 0],
  ['诚信人物/1', '诚信人物', 0],
  ['诚信人物/2/3', '诚信人物', 0],
])('“%s” is category %s, page %i', (rest, category, page) => expect(readPlace(rest)).toEqual({ category, page }));
