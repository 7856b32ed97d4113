const romans: [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];
const digits = [...'〇一二三四五六七八九'];
const legal = [...'零壹贰叁肆伍陆柒捌玖'];

export function roman(number: number): string {
  let left = number;
  let text = '';
  for (const [value, sign] of romans)
    while (left >= value && text.length < 40) [left, text] = [left - value, text + sign];
  return text;
}

/** a … z, then aa, bb … as Word counts, or aa, ab … as pages do. */
export const letter = (number: number, repeats = false): string => {
  if (repeats) return String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.min(20, Math.ceil(number / 26)));
  return (number > 26 ? letter(Math.floor((number - 1) / 26)) : '') + String.fromCharCode(97 + ((number - 1) % 26));
};

/** 十一, 一百零五, 两千 is 二千: as articles are numbered, up to 9999. */
export function chinese(number: number, formal = false): string {
  const signs = formal ? legal : ['零', ...digits.slice(1)];
  const units = formal ? ['', '拾', '佰', '仟'] : ['', '十', '百', '千'];
  if (number <= 0 || number > 9_999) return number === 0 ? (formal ? '零' : '〇') : String(number);
  let text = '';
  let gap = false;
  for (const [i, digit] of [...String(number)].map(Number).entries()) {
    if (digit === 0) gap = text !== '';
    else {
      text += (gap ? '零' : '') + (signs[digit] ?? '') + (units[String(number).length - 1 - i] ?? '');
      gap = false;
    }
  }
  return !formal && /^一十/.test(text) ? text.slice(1) : text;
}

/** 二〇二六, digit by digit. */
export const chineseDigits = (number: number): string =>
  [...String(number)].map((digit) => digits[Number(digit)] ?? digit).join('');

const around =
  (signs: string) =>
  (number: number): string =>
    [...signs][(number - 1) % [...signs].length] ?? '';
export const heavenly = around('甲乙丙丁戊己庚辛壬癸');
export const earthly = around('子丑寅卯辰巳午未申酉戌亥');
/** ①–⑳, ㉑–㉟, ㊱–㊿. */
export const circled = (number: number): string => {
  const from = number <= 20 ? 0x2460 - 1 : number <= 35 ? 0x3251 - 21 : number <= 50 ? 0x32b1 - 36 : null;
  return from === null || number < 1 ? String(number) : String.fromCodePoint(from + number);
};
