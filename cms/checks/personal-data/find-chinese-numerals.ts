import { isCitizenId } from './citizen-id.ts';
import { maskId } from './mask.ts';
import type { Match } from './match.ts';

const written =
  /[〇零○一二三四五六七八九壹贰叁肆伍陆柒捌玖幺](?:[\s\-·.、]{0,3}[〇零○一二三四五六七八九壹贰叁肆伍陆柒捌玖幺]){16}[\s\-·.、]{0,3}[〇零○一二三四五六七八九壹贰叁肆伍陆柒捌玖幺Xx]/g;
const values: Record<string, string> = {
  〇: '0',
  零: '0',
  '○': '0',
  一: '1',
  幺: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
  壹: '1',
  贰: '2',
  叁: '3',
  肆: '4',
  伍: '5',
  陆: '6',
  柒: '7',
  捌: '8',
  玖: '9',
  X: 'X',
  x: 'X',
};

/** An ID written out in Chinese numerals. */
export function findChineseNumerals(text: string): Match[] {
  return [...text.matchAll(written)].flatMap(({ 0: whole, index }) => {
    const id = Array.from(whole, (char) => values[char] ?? '').join('');
    if (!isCitizenId(id)) return [];
    return [
      {
        rule: 'personal-data/citizen-id',
        level: 'block' as const,
        from: index,
        to: index + whole.length,
        text: maskId(id),
        mend: '用汉字写出的身份证号码同样会泄露个人信息：请删去。',
      },
    ];
  });
}
