import { dots } from '../fold/dots.ts';
import { maskAfter } from './mask.ts';
import { isNamedBefore, type Match } from './match.ts';

const plate = new RegExp(
  `([京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼])( ?)[A-HJ-NP-Z][ ${dots}.–—\\-]?(?:[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳]|[DF][A-HJ-NP-Z0-9]\\d{4}|\\d{5}[DF])(?![A-Za-z0-9])`,
  'gi',
);

const car = /车牌|牌照|号牌|牌号|车辆|轿车|货车|客车|驾驶/;

/** Number plates (GA 36): five characters, six for 新能源. A code without at least two digits is no plate. */
export function findPlates(text: string): Match[] {
  return [...text.matchAll(plate)].flatMap(({ 0: whole, 2: blank, index }) => {
    if ((whole.match(/\d/g)?.length ?? 0) < 2) return [];
    // “更新 A12345”: only where one speaks of cars does a blank belong to it.
    if (blank && !isNamedBefore(text, index, car, 10)) return [];
    return [
      {
        rule: 'personal-data/plate',
        level: 'warn' as const,
        from: index,
        to: index + whole.length,
        text: maskAfter(whole.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase(), 2),
        mend: '这是车牌号，能认出车主：请删去，或写“一辆小型客车”。',
      },
    ];
  });
}
