import { expect, test } from 'vitest';
import type { StoryCard } from '../../../cms/read/nouns.ts';
import { arranged } from './arranged.ts';

const card = (serial: number) => ({ serial }) as StoryCard;
const cards = (...serials: number[]) => serials.map(card);
const serials = (...args: Parameters<typeof arranged>) => arranged(...args).map(({ serial }) => serial);

test('nothing pinned: the newest eight, without what leads the page', () => {
  expect(serials([], cards(9, 8, 7, 6, 5, 4, 3, 2, 1), null)).toEqual([9, 8, 7, 6, 5, 4, 3, 2]);
  expect(serials([], cards(9, 8, 7, 6, 5, 4, 3, 2, 1), card(9))).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
});

test('pinned ones stand first in their own order, and nothing stands there twice', () => {
  expect(serials(cards(3, 7), cards(9, 8, 7, 6), null)).toEqual([3, 7, 9, 8, 6]);
  expect(serials(cards(3, 7), cards(9, 8, 7, 6), card(7))).toEqual([3, 9, 8, 6]);
  expect(serials(cards(1, 2, 3, 4, 5, 6, 7, 8), cards(9), null)).toHaveLength(8);
});
