import { describe, expect, it } from 'vitest';
import { beginsGroup, digitRuns, endsGroup, isSolid } from './digit-runs.ts';

const runs = (text: string) => digitRuns(text).map(({ digits }) => digits);

describe('digits that a reader may take for one number', () => {
  it.each<[string, string, string[]]>([
    ['over blanks and dashes', '51 08-02', ['510802']],
    ['over stars and line ends', '51**08\n02', ['510802']],
    ['not over a word', '51人08', ['51', '08']],
    ['not over a letter of another script', '51а08', ['51', '08']],
    ['not over the end of a sentence', '51。08；02', ['51', '08', '02']],
    ['over a comma, which may have been put between', '51，08', ['5108']],
    ['not over a gap as wide as a page', `51${' '.repeat(61)}08`, ['51', '08']],
    ['over one that is a little narrower', `51${' '.repeat(60)}08`, ['5108']],
    ['an X behind seventeen is the last one', '12345678901234567X', ['12345678901234567X']],
    [
      'also a small, a Cyrillic, a Greek one, or a sign of multiplication',
      '12345678901234567×',
      ['12345678901234567X'],
    ],
    ['an X behind fewer is a letter', '1234567890X。12', ['1234567890', '12']],
    ['an X of a word is none', '12345678901234567XL', ['12345678901234567']],
    ['an X before a Chinese word is one', '12345678901234567X的', ['12345678901234567X']],
    ['nothing', '没有数字', []],
  ])('%s', (_, text, found) => expect(runs(text)).toEqual(found));

  it('know where groups begin and end', () => {
    const [run] = digitRuns('号12 345');
    expect(run?.at).toEqual([1, 2, 4, 5, 6]);
    expect([0, 1, 2, 3].map((k) => beginsGroup(run!, k))).toEqual([true, false, true, false]);
    expect([0, 1, 2, 4].map((k) => endsGroup(run!, k))).toEqual([false, true, false, true]);
    expect([isSolid(run!, 0, 1), isSolid(run!, 0, 2), isSolid(run!, 2, 4)]).toEqual([true, false, true]);
  });
});
