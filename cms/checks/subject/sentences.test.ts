import { describe, expect, it } from 'vitest';
import { blocks, sentences } from './sentences.ts';

describe('lines that go on about the same', () => {
  const told = (text: string) => blocks(text).map((one) => one.text);
  it.each<[string, string, string[]]>([
    ['dates of one story', '3月4日 签下借据。\n6月4日 未还。', ['3月4日 签下借据。\n6月4日 未还。']],
    ['hours', '9:00 出发。\n10:30 到达。', ['9:00 出发。\n10:30 到达。']],
    [
      'days after each other',
      '第一天 收钱。\n第二天 关门。\n后来 换号。',
      ['第一天 收钱。\n第二天 关门。\n后来 换号。'],
    ],
    ['what begins with he', '张伟收了钱。\n他没有还。', ['张伟收了钱。\n他没有还。']],
    ['an answer that begins with she', '张伟收了钱。\n答：她没有还。', ['张伟收了钱。\n答：她没有还。']],
    ['years later', '张伟收了钱。\n三年来，他没有还。', ['张伟收了钱。\n三年来，他没有还。']],
    ['other paragraphs', '张伟收了钱。\n李明来了。', ['张伟收了钱。', '李明来了。']],
    ['a date behind a paragraph', '张伟收了钱。\n6月4日 未还。', ['张伟收了钱。', '6月4日 未还。']],
    [
      'a long line that begins with a date',
      `3月4日 到。\n6月4日 ${'字'.repeat(70)}`,
      ['3月4日 到。', `6月4日 ${'字'.repeat(70)}`],
    ],
    ['over one empty line', '张伟收了钱。\n\n他没有还。', ['张伟收了钱。\n\n他没有还。']],
    ['over two', '张伟收了钱。\n\n\n他没有还。', ['张伟收了钱。', '他没有还。']],
    ['nothing', '\n\n', []],
  ])('%s', (_, text, found) => expect(told(text)).toEqual(found));

  it('do not grow without end', () => {
    const found = blocks('他又没有还。\n'.repeat(2_000));
    expect(found.length).toBeGreaterThan(4);
    expect(Math.max(...found.map(({ text }) => text.length))).toBeLessThan(2_100);
  });
});

describe('sentences', () => {
  const parts = (text: string) => sentences(text, 10).map(({ from, text: words }) => `${from} ${words}`);
  it.each<[string, string[]]>([
    ['甲来了。乙走了！丙呢？', ['10 甲来了', '14 乙走了', '18 丙呢']],
    ['甲；乙;丙', ['10 甲', '12 乙', '14 丙']],
    ['甲\n乙', ['10 甲', '12 乙']],
    ['。。甲', ['12 甲']],
    ['3.5元', ['10 3.5元']],
    ['', []],
  ])('%j', (text, found) => expect(parts(text)).toEqual(found));

  it('a text without full stops is cut at a mark where one is near, and nothing is lost', () => {
    const text = `${'字'.repeat(120)}，${'词'.repeat(200)}`;
    const found = sentences(text, 0);
    expect(found.map((one) => one.text).join('')).toBe(text);
    expect(found[0]?.text.endsWith('，')).toBe(true);
    expect(Math.max(...found.map((one) => one.text.length))).toBeLessThanOrEqual(160);
  });
});
