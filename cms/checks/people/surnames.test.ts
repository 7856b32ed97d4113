import { expect, it } from 'vitest';
import { doubleSurnames, isRareSurname, rareSurnames, surnames, surnameSize } from './surnames.ts';

it.each<[string, number, number]>([
  ['欧阳明', 0, 2],
  ['欧洲', 0, 1],
  ['王明', 0, 1],
  ['小王', 1, 1],
  ['小王', 0, 0],
  ['小王', 2, 0],
  ['', 0, 0],
  ['司马', 0, 2],
  ['司机', 0, 1],
  ['植雨欣', 0, 0],
])('%s at %i begins with a surname of %i characters', (text, at, size) => expect(surnameSize(text, at)).toBe(size));

it('the rare ones are asked for apart, and none of the lists holds what is no character', () => {
  expect(['植', '庹', '王'].map((char) => isRareSurname(char.charCodeAt(0)))).toEqual([true, true, false]);
  expect(isRareSurname(Number.NaN)).toBe(false);
  for (const char of [...surnames, ...rareSurnames]) expect(char).toMatch(/^\p{Script=Han}$/u);
  for (const two of doubleSurnames) expect(two).toMatch(/^\p{Script=Han}{2}$/u);
});

it.each([...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗梁谢宋唐许韩冯邓曹彭曾'])(
  '%s, among the thirty most common, is known',
  (char) => expect(surnameSize(`${char}明`, 0)).toBe(1),
);
