import { describe, expect, it } from 'vitest';
import { passages } from './passages.ts';

describe('what is read at once', () => {
  it('a short paragraph as a whole, with the lines around it', () => {
    const text = '第一行有字\n第二行有字\n第三行有字\n第四行有字';
    const found = passages(text);
    expect(found.map((one) => one.text)).toEqual(text.split('\n'));
    expect(found[1]?.around).toBe(text);
    expect(found[3]?.around).toBe('第三行有字\n第四行有字');
    expect(found.map(({ from, text: words }) => text.slice(from, from + words.length))).toEqual(text.split('\n'));
  });

  it('nothing of three characters, which tells nobody anything', () =>
    expect(passages('一\n二三四\n\n五六七八').map(({ text }) => text)).toEqual(['五六七八']));

  it('a long paragraph as pairs of sentences, each sentence with the next one', () => {
    const sentence = (n: number) => `第${n}句${'字'.repeat(60)}。`;
    const text = [1, 2, 3, 4].map(sentence).join('');
    expect(passages(text).map((one) => one.text)).toEqual([
      sentence(1) + sentence(2),
      sentence(2) + sentence(3),
      sentence(3) + sentence(4),
    ]);
    for (const { from, text: words } of passages(text)) expect(text.slice(from, from + words.length)).toBe(words);
  });

  it('a full stop inside quotation marks parts no sentence from its end', () => {
    const text = `${'字'.repeat(100)}。他说：“我错了。”${'字'.repeat(100)}。完了。`;
    expect(passages(text).map(({ text: words }) => words.endsWith('我错了。'))).not.toContain(true);
  });

  it('a text without a full stop in pieces that do not grow with it, and no character is left out', () => {
    const text = '字'.repeat(5_000);
    const found = passages(text);
    expect(Math.max(...found.map((one) => one.text.length))).toBeLessThanOrEqual(320);
    expect(found[0]?.from).toBe(0);
    expect(Math.max(...found.map(({ from, text: words }) => from + words.length))).toBe(5_000);
    expect(Math.max(...found.map((one) => one.paragraph.length))).toBeLessThan(1_300);
  });
});
