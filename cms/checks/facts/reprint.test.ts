import { describe, expect, it } from 'vitest';
import { reprintFindings, type Reprint } from './reprint.ts';

const good: Reprint = {
  isReprint: true,
  title: '诚信从小事做起',
  source: '示例日报',
  sourceUrl: 'https://paper.example/1',
  originalTitle: '诚信从小事做起',
};
const told = (change: Partial<Reprint>) =>
  reprintFindings({ ...good, ...change }).map(({ at, rule }) => `${rule.slice(8)} ${at}`);

describe('a headline is unchanged', () => {
  it.each<[string, string]>([
    ['with other marks', '诚信，从小事做起！'],
    ['with blanks', '诚信 从小事 做起'],
    ['in wide letters', '诚信从小事做起'],
    ['in quotation marks', '“诚信从小事做起”'],
    ['in traditional characters', '誠信從小事做起'],
  ])('%s', (_, title) => expect(told({ title })).toEqual([]));

  it.each<[string, string]>([
    ['with a word before it', '震惊！诚信从小事做起'],
    ['with one character less', '诚信从小事做'],
    ['in another order', '从小事做起诚信'],
  ])('not %s', (_, title) => expect(told({ title })).toEqual(['changed-title 标题']));

  it('and is not asked for where nobody knows the first one', () => {
    expect(told({ title: '另一个标题', originalTitle: null })).toEqual([]);
    expect(told({ title: '另一个标题', originalTitle: '' })).toEqual([]);
  });
});

it.each<[string | null, boolean]>([
  ['http://paper.example/1', true],
  ['https://paper.example/一?a=1', true],
  ['HTTPS://paper.example', false],
  ['//paper.example/1', false],
  ['paper.example/1', false],
  ['https://', false],
  ['https://a b.example', false],
  ['javascript:alert(1)', false],
  ['', false],
  [null, false],
])('%s is an address: %s', (sourceUrl, is) => expect(told({ sourceUrl })).toEqual(is ? [] : ['no-link 原文链接']));

it('who has written nothing is told all at once', () =>
  expect(told({ source: ' ', sourceUrl: ' ', isListed: false })).toEqual(['no-source 来源', 'no-link 原文链接']));

it('a medium nobody has looked up is not refused, and an own story names its own office', () => {
  expect(told({ isListed: undefined })).toEqual([]);
  expect(told({ isReprint: false, isListed: false })).toEqual([]);
  expect(told({ isReprint: false, isListed: true, source: '' })).toEqual([]);
  expect(told({ isReprint: false, isListed: true })).toEqual(['undeclared 来源']);
});
