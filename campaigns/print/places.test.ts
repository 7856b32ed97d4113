import { describe, expect, it, test } from 'vitest';
import { seeded } from '../channels/testing/random.ts';
import { breakLines, breakTitle } from './break-lines.ts';
import { breakUnits, endsClause } from './break-units.ts';
import { places } from './places.ts';
import { openSlices } from './slices.ts';
import { gap } from './spacing.ts';

const advance = (char: string): number => ((char.codePointAt(0) ?? 0) < 0x2e80 && !'“”‘’'.includes(char) ? 0.5 : 1);

describe('一行字的位置', () => {
  it('两个标点碰在一起，只空半格；开头的引号不缩进，末尾的句号不算宽', () => {
    expect(places('甲。”乙', 0, advance).at).toEqual([0, 1, 1.5, 2.5]);
    expect(places('“甲', 0, advance)).toMatchObject({ at: [-0.5, 0.5], end: 1.5 });
    expect(places('甲。', 0, advance).end).toBe(1.5);
    expect(places('', 0, advance)).toEqual({ chars: [], at: [], end: 0 });
  });
  it('汉字和字母、数字之间留一丝，字距加在每两个字之间，不在末尾', () => {
    expect(places('甲a', 0, advance).at).toEqual([0, 1.125]);
    expect(places('a甲', 0, advance).at).toEqual([0, 0.625]);
    expect(places('甲乙丙', 0.1, advance).end).toBeCloseTo(3.2);
  });
  it('控制字符不占位置，组合的字符合成一个', () => {
    expect(places('甲\u0000\u200b乙', 0, advance).chars).toEqual(['甲', '乙']);
    expect(places('e\u0301', 0, advance).chars).toEqual(['é']);
  });
  it('从左到右，谁也不退到前一个字之前', () => {
    const next = seeded(3);
    const signs = [...'甲乙a1“”‘’《》（）【】，。、；：！？…—%. '];
    for (let n = 0; n < 2_000; n += 1) {
      const { at, end } = places(
        Array.from({ length: 12 }, () => signs[Math.floor(next() * signs.length)]).join(''),
        0,
        advance,
      );
      at.forEach((x, i) => expect(x).toBeGreaterThanOrEqual(at[i - 1] ?? -0.5));
      expect(end).toBeGreaterThanOrEqual(at.at(-1) ?? 0);
    }
  });
});

test.each([
  ['，', '“', -0.5],
  ['“', '《', -0.5],
  ['。', '”', -0.5],
  ['甲', '，', 0],
  ['“', '甲', 0],
  ['甲', '9', 0.125],
  ['%', '甲', 0.125],
  ['a', '，', 0],
])('“%s”与“%s”之间 %d', (before, after, space) => expect(gap(before, after)).toBe(space));

describe('断行', () => {
  const measure = (line: string) => [...line].reduce((sum, char) => sum + advance(char), 0);
  const signs = [
    '甲',
    '乙',
    'ab',
    '12.5',
    '%',
    '年',
    '“',
    '”',
    '《',
    '》',
    '，',
    '。',
    '——',
    '……',
    ' ',
    '𠮷',
    'www.x.cn/a',
  ];
  it('任何文字：一个不多，一个不少，不出行；标点不站行首，引号不落行尾', () => {
    const next = seeded(11);
    for (let n = 0; n < 600; n += 1) {
      const text = Array.from({ length: 1 + Math.floor(next() * 25) }, () => signs[Math.floor(next() * signs.length)])
        .join('')
        .trim();
      const room = 4 + Math.floor(next() * 12);
      for (const broken of [breakLines(text, room, measure), breakTitle(text, room, measure)]) {
        expect(broken.join('').replace(/\s/g, ''), text).toBe(text.replace(/\s/g, ''));
        for (const line of broken) expect(measure(line), `${text} | ${line}`).toBeLessThanOrEqual(room);
      }
    }
  });
  it('数和单位、开的引号和它后面的字，是一块', () => {
    expect(breakUnits('共12户，“好”——3.5%')).toEqual(['共', '12户，', '“好”——', '3.5%']);
    expect(breakUnits('')).toEqual([]);
    expect(['甲，', '甲', '甲—', '甲…', '甲” ', ''].map(endsClause)).toEqual([true, false, true, true, true, false]);
  });
});

it('字库：常用字和字母都在，没有的说没有，文件读得出来', async () => {
  const slices = await openSlices();
  for (const sign of '诚信广元a9，。“”') expect(slices.of(sign), sign).not.toBeNull();
  expect(slices.of('𬱖')).toBeNull();
  const bytes = await slices.read(slices.of('诚') ?? '');
  expect(bytes.subarray(0, 4).toString('latin1')).toBe('wOF2');
  expect(await slices.read(slices.of('诚') ?? '')).toBe(bytes);
  await expect(slices.read('none')).rejects.toThrow();
});
