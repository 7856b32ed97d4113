import { describe, expect, it } from 'vitest';
import { findSchools } from './find-schools.ts';

const schools = (text: string) => findSchools(text).map(({ from, to }) => text.slice(from, to));

describe('a school that one can find', () => {
  it.each([
    ['就读于青山县第二小学的男孩', '青山县第二小学'],
    ['来自剑阁中学', '剑阁中学'],
    ['在苍溪县职业高级中学读书', '苍溪县职业高级中学'],
    ['广元外国语学校的学生', '广元外国语学校'],
    ['广元一中初二学生', '广元一中'],
    ['朝天职中的女生', '朝天职中'],
    ['是利州区回龙河幼儿园的孩子', '利州区回龙河幼儿园'],
    ['县特殊教育学校', '县特殊教育学校'],
    ['在宝轮镇中心校上学', '宝轮镇中心校'],
  ])('%s', (text, school) => expect(schools(text)).toEqual([school]));
});

it.each([
  '全市中小学',
  '某小学',
  '某某中学的学生',
  '这所学校',
  '县城一所小学的学生',
  '辖区几所中学',
  '当地一所小学',
  '大中小学',
  '×××小学',
  '学校食堂',
  '家长学校开课',
  '老年大学和党校',
  '驾校教练',
  '镇上的小学',
  '推动中学开设课程',
])('a school that is none or any: %s', (text) => expect(schools(text)).toEqual([]));
