import { describe, expect, it } from 'vitest';
import { findHits } from '../check-texts.ts';
import { indexLexicons } from './index-lexicons.ts';

/** Whether a list of this one expression finds something in a text. */
const finds = (wrong: string, text: string, allow: string[] = [], right = ''): boolean => {
  const entry = { wrong, right, why: '示例', level: 'warn' as const, allow, quotable: false };
  const lexicon = { slug: 'own', title: '示例', group: 'wording' as const, edition: '2026-01-01', owner: '示例' };
  const lexicons = indexLexicons([{ ...lexicon, source: '示例', confidence: 1, entries: [entry] }]);
  return findHits(text, undefined, { lexicons }).some(({ rule }) => rule === 'wording/own');
};

// Whoever types a word list is tired, or copies it from a sheet.
describe.each([
  ['as it is', '某称呼'],
  ['with a blank in it', '某 称呼'],
  ['with a full-width blank', '某\u3000称呼'],
  ['with a dot', '某·称呼'],
  ['with a zero-width sign', '某\u200b称呼'],
  ['on two lines of a cell', '某\n称呼'],
  ['with blanks around', ' 某称呼 '],
  ['between stars', '**某称呼**'],
])('an expression written %s', (_what, wrong) => {
  it.each([
    ['as it is', '这是某称呼吗'],
    ['with blanks to pass a filter', '这是某 称 呼吗'],
    ['with dots to pass a filter', '这是某·称·呼吗'],
    ['with zero-width signs', '这是某\u200b称呼吗'],
    ['over a line end', '这是某\n称呼吗'],
    ['in bold', '这是<b>某</b>称呼吗'],
  ])('is found %s', (_how, text) => expect(finds(wrong, text)).toBe(true));

  it('is not found where it is not', () => expect(finds(wrong, '这是某某的称呼吗')).toBe(false));
  it('passes in a phrase that is right, however that is written', () => {
    expect(finds(wrong, '这是某称呼学吗', ['某称呼学'])).toBe(false);
    expect(finds(wrong, '这是某称呼学吗', ['某 称呼 学'])).toBe(false);
  });
});

it.each([
  ['ＡＰＰ', '用app看', true],
  ['app', '用ＡＰＰ看', true],
  ['Credit China', '看credit  china网', true],
  ['e\u0301某', '看é某', true],
  ['㈱某', '看(株)某', true],
  ['\u200b', '随便什么', false],
  ['·', '阿里木·买买提', false],
  [' ', '随 便', false],
])('%j in %j: %s', (wrong, text, found) => expect(finds(wrong, text)).toBe(found));

describe('in traditional characters', () => {
  it.each([
    ['赖皮狗', '他是賴皮狗', true],
    ['賴皮狗', '他是赖皮狗', true],
    ['赖皮狗', '他是賴 皮\u200b狗', true],
    ['赖皮狗', '他是⿰皮狗', false],
  ])('%s in %s: %s', (wrong, text, found) => expect(finds(wrong, text)).toBe(found));

  it('an entry about the characters themselves finds those that were written, and no right ones', () => {
    for (const [wrong, right] of [
      ['信用中囯', '信用中国'],
      ['註册', '注册'],
      ['Ａ证明', 'A証明'],
    ] as const) {
      expect(finds(wrong, `见“${wrong}”网站`, [], right), wrong).toBe(true);
      expect(finds(wrong, `见“${right}”网站`, [], right), right).toBe(false);
    }
    expect(finds('信用中囯', '见“信 用<b>中</b>囯”，信用中国', [], '信用中国')).toBe(true);
    expect(finds('信用中囯', '見“信用中國”網站', [], '信用中国')).toBe(false);
  });

  it('passes in a phrase that is right, however that is written', () => {
    expect(finds('老城', '老城牆下', ['老城墙'])).toBe(false);
    expect(finds('老城', '老城墙下', ['老城牆'])).toBe(false);
  });
});
