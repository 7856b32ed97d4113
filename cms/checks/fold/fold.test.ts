import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../campaigns/calendar/testing/random.ts';
import { cellSign } from '../cell-sign.ts';
import { fold, sourceEnd } from './fold.ts';

/** Where in the source the words of the folded text stand, as a finding would mark them. */
const marked = (source: string, words: string, markup = true): string | null => {
  const folded = fold(source, markup);
  const at = folded.text.indexOf(words);
  return at < 0 ? null : source.slice(folded.map[at], sourceEnd(folded, source, at + words.length));
};

describe('what a reader sees', () => {
  it.each<[string, string, string]>([
    ['a tag inside a word', '老<b>赖</b>', '老赖'],
    [
      'a tag with a long style, as an editor of WeChat writes it',
      `老<span style="${'a:b;'.repeat(150)}">赖</span>`,
      '老赖',
    ],
    ['a tag over a line end', '老<span\n class="x"\n>赖</span>', '老赖'],
    ['an end of a paragraph', '<p>甲</p><p>乙</p>', '\n甲\n\n乙\n'],
    ['a break', '甲<br/>乙<BR>丙', '甲\n乙\n丙'],
    ['cells', '<tr><td>甲</td><td>乙</td></tr>', `\n${cellSign}甲${cellSign}${cellSign}乙${cellSign}\n`],
    ['a comment between', '老<!-- > 注 -->赖', '老赖'],
    ['a comment that nobody closed', '甲<!-- 乙', '甲<!-- 乙'],
    ['references', '&lt;老&nbsp;赖&gt;&amp;&#36182;', '<老 赖>&赖'],
    ['an address in brackets, which is read', '见<https://a.example/1>。', '见<https://a.example/1>。'],
    ['less and more', '1<2，3>2', '1<2，3>2'],
    ['a heart', '我<3你', '我<3你'],
    ['two signs far apart', `a<b ${'字'.repeat(500)}>c`, `a<b ${'字'.repeat(500)}>c`],
    ['a tag that a second one begins in', '<b <i>甲', '<b 甲'],
    ['traditional characters', '張偉<b>騙</b>錢', '张伟骗钱'],
    ['one that is written as a reference', '&#24373;偉', '张伟'],
    ['a compatibility form, and a radical of a PDF', '樂⻢⻓⼈', '乐马长人'],
    ['one beyond the first plane', '𨦫好', '䦀好'],
    ['nothing', '', ''],
  ])('%s', (_, source, text) => expect(fold(source).text).toBe(text));

  it('keeps what was written beside it, at the same places', () => {
    const { text, written } = fold('張偉<b>騙</b>錢，１次');
    expect([text, written]).toEqual(['张伟骗钱，1次', '張偉騙錢，1次']);
    expect(fold('张伟').written).toBe('张伟');
  });

  it('is every sign of a text that is no markup', () => {
    expect(fold('<b>１</b>&nbsp;<!-- 2 -->', false).text).toBe('<b>1</b>&nbsp;<!-- 2 -->');
  });
});

describe('the way back', () => {
  it.each<[string, string, string, string]>([
    ['plain words', '前老赖后', '老赖', '老赖'],
    ['words with a tag inside', '前老<b>赖</b>后', '老赖', '老<b>赖'],
    ['full-width digits', '电话１３８。', '138', '１３８'],
    ['a character beyond the first plane', '号𝟏𝟑𝟖。', '138', '𝟏𝟑𝟖'],
    ['after a face of two units', '😀😀老赖', '老赖', '老赖'],
    ['a reference at the end', '号1&#51;。', '13', '1&#51;'],
    ['a reference inside', '号1&#51;8。', '138', '1&#51;8'],
    ['an ampersand that is one', '甲&乙', '甲&', '甲&'],
    ['one sign that stands for several', '前㎏后', 'kg', '㎏'],
    ['the last word of a text', '前老赖', '老赖', '老赖'],
    ['signs that nobody sees at the end', '老赖\u200b', '老赖', '老赖'],
    ['traditional characters', '😀前張偉後', '张伟', '張偉'],
    ['one beyond the first plane', '前𨦫後', '䦀', '𨦫'],
  ])('%s', (_, source, words, place) => expect(marked(source, words)).toBe(place));

  it('never goes backwards, stays inside, and ends where the source ends, whatever stands in it', () => {
    const random = createRandom(5);
    const pieces = [
      '老',
      '1',
      '<b>',
      '</td>',
      '<',
      '&',
      '&amp;',
      '&#x4e00;',
      '\u200b',
      '😀',
      '㎏',
      '<!--',
      '-->',
      '\n',
      '𝟏',
      '張',
      '著',
      '⻓',
      '𨦫',
    ];
    for (let n = 0; n < 400; n += 1) {
      const source = Array.from({ length: random.int(0, 40) }, () => random.pick(pieces)).join('');
      const { map, text, written } = fold(source);
      expect(written).toHaveLength(text.length);
      expect(map).toHaveLength(text.length + 1);
      expect(map[text.length]).toBe(source.length);
      expect([...map]).toEqual([...map].sort((a, b) => a - b));
    }
  });

  it('is found as well where there is much more text than source', () => {
    const source = '㎏'.repeat(3000);
    const { map, text } = fold(source);
    expect([text.length, map[5998], map[6000]]).toEqual([6000, 2999, 3000]);
  });
});
