import { describe, expect, it } from 'vitest';
import { readings } from '../fold/readings.ts';
import { findUnlawful } from './find-unlawful.ts';
import type { PersonRule } from './person-rule.ts';

/** A rule of the simplest kind: it knows one word, and says which passage it was shown. */
const seen: string[] = [];
const rule: PersonRule = ({ text }) => {
  seen.push(text);
  const from = text.indexOf('坏话');
  return from < 0 ? [] : [{ rule: 'test/word', level: 'block', from, to: from + 2, text: '坏*', mend: '请删去。' }];
};
const places = (text: string) =>
  findUnlawful(readings(text), [rule]).map(({ from, to }) => readings(text).folded.text.slice(from, to));

describe('a rule about people', () => {
  it.each<[string, string, string[]]>([
    ['in a sentence', '这是一句坏话。', ['坏话']],
    ['over a soft line end', '这是一句坏\n话。', ['坏\n话']],
    ['with marks between', '这是一句**坏**话。', ['坏**话']],
    ['twice in two paragraphs', '第一句坏话。\n\n第二句坏话。', ['坏话', '坏话']],
    ['in a cell', '| 栏目 | 说明 |\n|---|---|\n| 一 | 坏话 |', ['坏话']],
    ['none', '这是一句好话。', []],
    ['in nothing', '', []],
  ])('%s', (_, text, found) => expect(places(text)).toEqual(found));

  it('what reads the same in both ways is told once, and asked once', () => {
    seen.length = 0;
    expect(places(`这是一句坏话。${'\n\n平常的一段。'.repeat(4)}\n\n最后一段\n有软行。`)).toHaveLength(1);
    expect(seen.filter((text) => text.includes('坏话'))).toHaveLength(1);
  });

  it('sees a cell together with the head of its column', () => {
    seen.length = 0;
    places('| 姓名 | 事由 |\n|---|---|\n| 甲某 | 赌博 |');
    expect(seen.some((text) => text.includes('姓名：甲某，事由：赌博'))).toBe(true);
  });

  it('sees an item together with the line above its list', () => {
    seen.length = 0;
    places('欠缴水费的住户：\n1. 二单元的甲某\n2. 三单元的乙某');
    expect(seen.some((text) => text === '二单元的甲某，欠缴水费的住户')).toBe(true);
  });
});
