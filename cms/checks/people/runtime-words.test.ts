import { describe, expect, it } from 'vitest';
import { runtimeWords, wordsAround } from './runtime-words.ts';

it('words are in order, and together they are the text', () => {
  for (const text of ['守信用的人走遍天下', 'QQ 群里有12个人', '😀好', '']) {
    const words = runtimeWords(text);
    expect(words.map((word) => word.text).join('')).toBe(text);
    for (const word of words) expect(text.slice(word.from, word.to)).toBe(word.text);
  }
});

it.each(['方便', '安全', '高速公路', '诚信', '银行'])('%s is one word', (word) =>
  expect(runtimeWords(word).map(({ text }) => text)).toEqual([word]),
);

it.each(['罗建平', '何发奎', '植雨欣'])('%s is none that a dictionary knows', (name) =>
  expect(runtimeWords(name).length).toBeGreaterThan(1),
);

describe('around a place', () => {
  const text = `${'前面有很多很多的话，'.repeat(50)}安全员来了${'，后面也有很多的话'.repeat(50)}`;
  const at = text.indexOf('安全员');
  it('offsets are those of the whole text', () => {
    for (const word of wordsAround(text, at, at + 3)) expect(text.slice(word.from, word.to)).toBe(word.text);
  });
  it('there are no more words the longer a text is', () =>
    expect(wordsAround(text, at, at + 3).length).toBeLessThan(20));
  it('a place at the beginning or at the end has one side', () => {
    expect(wordsAround('安全', 0, 2)).toEqual([{ text: '安全', from: 0, to: 2 }]);
    expect(wordsAround('保安全', 1, 3).at(-1)?.to).toBe(3);
  });
});
