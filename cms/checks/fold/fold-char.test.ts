import { expect, it } from 'vitest';
import { foldChar } from './fold-char.ts';

const folded = (text: string) => Array.from(text, (char) => foldChar(char.codePointAt(0) ?? 0)).join('');

it.each<[string, string, string]>([
  ['full-width digits and letters', '１３８ＱＱ', '138QQ'],
  ['digits of other scripts', '٠١٢٣٤٥٦٧٨٩०१९', '0123456789019'],
  ['the digits of a Thai and of a Tibetan keyboard', '๑๓๘༡༣༨', '138138'],
  ['digits of mathematics and of old terminals', '𝟏𝟑𝟖𝟭𝟯𝟴🯱🯳', '13813813'],
  ['white circles', '①③⑧⓪', '1380'],
  ['black circles', '❶❸❽⓿', '1380'],
  ['double circles', '⓵⓷⓼', '138'],
  ['circles without a serif', '➀➂➇➊➌➑', '138138'],
  ['raised and lowered digits', '¹³⁸₁₃₈', '138138'],
  ['what nobody sees', 'a\u200b\u200d\u2060\ufeff\u00ad\ufe0f\u180eb', 'ab'],
  ['marks over and around letters', '1\u20e33\u0338', '13'],
  ['fillers of Hangul, which are letters that nobody sees', '1\u3164\uffa03', '13'],
  ['blanks of every width', '1\u00a0\u2003\u30002', '1   2'],
  ['line ends of other systems', '1\u2028\u2029\u0085\u000b\u000c2', '1\n\n\n\n\n2'],
  ['the Chinese marks by which rules know sentences', '，：；！？（）', '，：；！？（）'],
  ['full-width marks that no rule asks for', '－／｜＊．＠', '-/|*.@'],
  ['radicals that look like the character', '⽼⼀⾦', '老一金'],
  ['radicals of the supplement, as PDF files have them', '⻓⻢⻅⺠', '长马见民'],
  ['a traditional character beyond the first plane', '𨦫', '䦀'],
  ['an old form of a Japanese or Korean font', '\uf9b5\uf98e', '例年'],
  ['squared words', '㈱㎏', '(株)kg'],
  ['what is as it should be', '老赖Ab9。“”', '老赖Ab9。“”'],
])('%s', (_, source, stands) => expect(folded(source)).toBe(stands));

it('the second time says the same: what is remembered is remembered rightly', () => {
  for (const char of '１❸\u200b老') expect(foldChar(char.codePointAt(0)!)).toBe(foldChar(char.codePointAt(0)!));
  expect([...'１❸\u200b老'].map(folded)).toEqual(['1', '3', '', '老']);
});
