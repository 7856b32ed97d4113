import { describe, expect, it } from 'vitest';
import { enough, findSigns, goods, signPlaces } from './signs.ts';

describe('what happened tells against somebody without a bad word', () => {
  it.each([
    '说是土鸡蛋，其实是饲料鸡蛋',
    '家长去问，她说孩子自己摔的',
    '老板说机器坏了，让我们再等等',
    '他说记性不好，钱早给了',
    '他把老人的存折拿去给小舅子买车',
    '我们打开一看，里面根本没有棉花',
  ])('%s', (sentence) => expect(findSigns(sentence).score).toBeGreaterThanOrEqual(enough));

  it.each([
    '市民走进广场',
    '孩子磕破了头，医生缝了三针',
    '回家一称，少了三两',
    '话剧里他说钱早给了',
    '网传他说机器坏了，是谣言',
    '老板说机器坏了，主动退了钱',
    '他退了钱还道了歉',
    '',
  ])('not enough: %s', (sentence) => expect(findSigns(sentence).score).toBeLessThan(enough));
});

it('of one family two count at most: who repeats himself tells no more', () => {
  const [one, two, five] = [1, 2, 5].map((times) => findSigns('老板说机器坏了，'.repeat(times)).score);
  expect(two).toBeGreaterThan(one ?? 0);
  expect(five).toBe(two);
});

it('places stand in order, and are those of the sentence', () => {
  const sentence = '老板说机器坏了，让我们再等等';
  const { places } = findSigns(sentence);
  expect(places.map(({ from, to }) => sentence.slice(from, to))).toEqual(['说机器', '让我们再等等'.slice(0, 5)]);
  expect(signPlaces(sentence)).toContain(places[0]?.from);
  expect(signPlaces('市民走进广场')).toEqual([]);
});

it.each<[string, boolean]>([
  ['他退了钱还道了歉', true],
  ['他捐了款', true],
  ['他来了', false],
])('%s: something good is %s', (sentence, good) => expect(goods(sentence) > 0).toBe(good));
