import { describe, expect, it } from 'vitest';
import { findAges } from './ages.ts';

/** 45 as 四十五; for 1 to 109. */
function inChinese(n: number): string {
  const ones = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
  if (n >= 100) return `一百${n % 100 === 0 ? '' : n % 100 < 10 ? `零${ones[n % 10]}` : inChinese(n % 100)}`;
  const tens = Math.floor(n / 10);
  return `${tens > 1 ? ones[tens] : ''}${tens > 0 ? '十' : ''}${ones[n % 10]}`;
}

describe('an age', () => {
  it.each(Array.from({ length: 109 }, (_, i) => i + 1))('of %i is read in digits and in Chinese numerals', (n) => {
    for (const written of [`${n}岁`, `${n}周岁`, `${inChinese(n)}岁`, `${inChinese(n)}周岁`]) {
      expect(findAges(`今年${written}，务农。`), written).toEqual([n]);
      expect(findAges(written), written).toEqual([n]);
    }
  });

  it.each([
    ['五十多岁的店主', [50]],
    ['二十来岁', [20]],
    ['六十余岁', [60]],
    ['十几岁的孩子', [10]],
    ['十二三岁', [12]],
    ['七八岁', [7]],
    ['12至14岁', [12]],
    ['12—14周岁', [12]],
    ['廿三岁', [23]],
    ['两岁半', [2]],
    ['半岁', [0]],
    ['父亲七十一岁，女儿四十五岁', [71, 45]],
    ['未满十八周岁', [17]],
    ['差两个月满十八岁', [17]],
    ['还差一天才到14周岁', [13]],
    ['差点打伤一名十八岁', [18]],
    ['不满14周岁的女孩', [13]],
    ['还不到3岁', [2]],
    ['没满16 岁，但已满14岁', [14]],
    ['已满十八周岁', [18]],
    ['四十出头', [40]],
    ['五十上下的汉子', [50]],
    ['三十开外', [30]],
    ['年龄：15', [15]],
    ['年龄｜9', [9]],
    ['年龄：15岁', [15]],
    ['3～6岁', [3]],
    ['一百零三岁', [103]],
    ['大半岁', []],
    ['2015岁月', []],
    ['150岁', []],
    ['第五岁末', []],
    ['万岁', []],
    ['岁月', []],
    ['几岁', []],
  ])('stands as people write it: %s', (text, ages) => {
    expect(findAges(text)).toEqual(ages);
  });
});
