import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../campaigns/calendar/testing/random.ts';
import { allDeeds } from './deed-words.ts';
import { firstChars } from './first-chars.ts';
import { matchWords } from './match-words.ts';

describe('with what an expression may begin', () => {
  it.each<[string, string | null]>([
    ['骗走', '骗'],
    ['(?:偷|盗)窃', '偷盗'],
    ['(?<!不)欠(?!条)', '欠'],
    ['(?:很)?差', '很差'],
    ['[甲乙]方', '甲乙'],
    ['[^，]款', null],
    ['\\p{Script=Han}款', null],
    ['(?:a|b?)c', 'abc'],
    ['丢{0,2}了', '丢了'],
    ['多(?:收|要)|少给', '多少'],
  ])('%s', (source, chars) =>
    expect(firstChars(source) === null ? null : [...(firstChars(source) ?? [])].join('')).toBe(chars),
  );
});

describe('many expressions in one pass', () => {
  const one = new RegExp(allDeeds.map((deed) => `(?:${deed})`).join('|'), 'gu');
  const search = matchWords(allDeeds);
  it('finds exactly what one long alternation finds', () => {
    const random = createRandom(8);
    const pieces = [
      '张伟',
      '拖欠',
      '工资',
      '不还',
      '，',
      '。',
      '从不',
      '骗走',
      '了',
      '老人',
      '私自',
      '把',
      '卖掉',
      '被',
      '罚款',
      '两万',
      '没有',
      '退款',
      '一',
      '换了',
      '手机号',
    ];
    for (let n = 0; n < 300; n += 1) {
      const text = Array.from({ length: 30 }, () => random.pick(pieces)).join('');
      expect([...search(text)].map(({ from, to }) => text.slice(from, to))).toEqual(
        [...text.matchAll(one)].map(([whole]) => whole),
      );
    }
  });

  it('has an expression for every beginning, so that none is tried in vain', () =>
    expect(allDeeds.filter((source) => firstChars(source) === null)).toEqual([]));
});
