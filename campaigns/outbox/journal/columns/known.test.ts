import { expect, it } from 'vitest';
import type { Known } from '../../../ports/delivery-store.ts';
import { marksOf, readKnown, writeKnown } from './known.ts';

it.each<Known>([
  { progress: {}, superseded: false, goneLater: null },
  { progress: { publishId: '22', none: null }, superseded: true, goneLater: null },
  { progress: { postedId: 7 }, superseded: false, goneLater: 'platform' },
])('comes back as it was', (known) => {
  const column: unknown = JSON.parse(JSON.stringify(writeKnown(known)));
  expect(readKnown(column)).toEqual(known);
  expect(marksOf(column)).toEqual({ superseded: known.superseded, goneLater: known.goneLater });
});

it('reads rows of the version before, with what the outbox had left among the notes', () => {
  expect(readKnown({ publishId: '22', superseded: true, resumedAt: 1, storyReceipt: 2, goneLater: 'account' })).toEqual(
    { progress: { publishId: '22' }, superseded: true, goneLater: 'account' },
  );
  expect(readKnown(null)).toEqual({ progress: {}, superseded: false, goneLater: null });
  // Only a plain yes: a copy that the plan took out goes out again.
  for (const read of [readKnown, marksOf]) expect(read({ superseded: 'true' }).superseded).toBe(false);
});

it.each([
  ['谁撤的“……”不认识', { goneLater: { toString: 1 } }],
  [`谁撤的“${'甲'.repeat(40)}……”不认识`, { goneLater: '甲'.repeat(100_000) }],
  ['进度不是一组键和值', '{'],
  ['进度不是一组键和值', [1]],
  ['谁撤的“甲”不认识', { goneLater: '甲' }],
  ['进度“a”不是文字、数字或是非', { a: {} }],
])('what does not fit is a sentence, and in a view no mark: %s', (sentence, column) => {
  expect(() => readKnown(column)).toThrow(new RangeError(sentence));
  expect(marksOf(column)).toEqual({ superseded: false, goneLater: null });
});

it('a channel cannot use a word of the outbox', () => {
  expect(() => writeKnown({ progress: { superseded: true }, superseded: false, goneLater: null })).toThrow(
    '渠道不能用“superseded”',
  );
});
