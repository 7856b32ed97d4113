import { describe, expect, test } from 'vitest';
import { breakLines, breakTitle } from './break-lines.ts';

/** Chinese characters are one wide, all others a half. */
const measure = (line: string) =>
  [...line].reduce((sum, char) => sum + ((char.codePointAt(0) ?? 0) < 0x2e80 ? 0.5 : 1), 0);
const forbiddenStart = /^[，。、；：！？”’）》】…—%]/u;
const forbiddenEnd = /[“‘（《【]$/u;

const hard =
  '他说：“欠的钱，一分也要还。”（示例）《民法典》第七条规定：民事主体从事民事活动，应当遵循诚信原则，秉持诚实，恪守承诺……不是吗？——是的！全市信用户占比达98.6%，比2024年高3个百分点。';

describe.each([6, 7, 8, 9, 11, 13, 17, 24])('正文，一行%s字', (room) => {
  const lines = breakLines(hard, room, measure);
  test('一个字不多，一个字不少，都放得下', () => {
    expect(lines.join('')).toBe(hard);
    for (const line of lines) expect(measure(line), line).toBeLessThanOrEqual(room);
  });

  test('标点不站行首，括号引号不落行尾，末行不剩一个字', () => {
    for (const line of lines) {
      expect(line).not.toMatch(forbiddenStart);
      expect(line).not.toMatch(forbiddenEnd);
    }
    expect([...(lines.at(-1) ?? '')].length).toBeGreaterThan(2);
  });

  test('数字不拆，连同单位', () => {
    expect(lines.filter((line) => line.includes('98.6%'))).toHaveLength(1);
    expect(lines.filter((line) => line.includes('2024年'))).toHaveLength(1);
  });
});

test('英文单词不拆；比一行还长的网址才拆', () => {
  expect(breakLines('信用中国 Credit China 网站', 6, measure)).toEqual(['信用中国', 'Credit China', '网站']);
  const lines = breakLines('见www.creditchina.gov.cn吧', 6, measure);
  expect(lines.join('')).toBe('见www.creditchina.gov.cn吧');
  for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(6);
});

test('原来的换行留着，空文字也是一行', () => {
  expect(breakLines('一\n二', 9, measure)).toEqual(['一', '二']);
  expect(breakLines('', 9, measure)).toEqual(['']);
});

describe('标题', () => {
  test('在句读处断，不拆词', () => {
    expect(breakTitle('三十七本账簿，他替父亲还了十六年', 12, measure)).toEqual([
      '三十七本账簿，',
      '他替父亲还了十六年',
    ]);
    expect(breakTitle('一张改了日期的检测报告，换来半年公示', 12, measure)).toEqual([
      '一张改了日期的检测报告，',
      '换来半年公示',
    ]);
  });

  test('没有句读的，两行差不多长，词是完整的', () => {
    const [first = '', second = '', ...more] = breakTitle('示例村信用合作社上门服务老年人', 10, measure);
    expect(more).toEqual([]);
    expect(Math.abs(measure(first) - measure(second))).toBeLessThanOrEqual(4);
    expect(first + second).toBe('示例村信用合作社上门服务老年人');
  });

  test('放得下就一行；空标题、超长的一句也不出错', () => {
    expect(breakTitle('立木为信', 12, measure)).toEqual(['立木为信']);
    expect(breakTitle('', 12, measure)).toEqual(['']);
    expect(breakTitle('长'.repeat(300), 12, measure).join('')).toBe('长'.repeat(300));
  });
});
