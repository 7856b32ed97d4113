import { expect, it } from 'vitest';
import { copyLook, standingFigures, type CopyStanding } from './delivery-looks.ts';

const copy = (more: Partial<CopyStanding>): CopyStanding => ({
  state: 'confirmed',
  recall: null,
  recallOrder: null,
  ...more,
});

it('a copy that is being taken back is not confirmed, in word, shape and figures', () => {
  expect(copyLook(copy({}))).toEqual({ shape: 'done', word: '已确认' });
  expect(copyLook(copy({ recall: 'due', recallOrder: 'w:1' }))).toEqual({ shape: 'refused', word: '待撤' });
  expect(copyLook(copy({ recall: 'due', recallOrder: 'c:1' }))).toEqual({ shape: 'refused', word: '待更正' });
  expect(copyLook(copy({ recall: 'gone', state: 'refused' })).word).toBe('被拒');
  const day = [
    copy({}),
    copy({}),
    copy({ recall: 'due', recallOrder: 'w:1' }),
    copy({ recall: 'corrected', recallOrder: 'c:2' }),
    copy({ state: 'pending' }),
    copy({ state: 'sent' }),
    copy({ state: 'dead' }),
  ];
  expect(standingFigures(day)).toBe('已确认2，待发2，被拒或停住1，待撤1，已更正1');
  expect(standingFigures([])).toBe('');
});
