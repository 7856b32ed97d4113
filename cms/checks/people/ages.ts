const digits: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const han = '零〇一二两三四五六七八九十百廿卅';
/** A number is read from its first character on: 五 of 四十五岁 is no age. 多, 余, 来 and 几 mean more than what stands. */
const age = new RegExp(
  `(?<![0-9${han}第])(?:([0-9]{1,3})(?:[-—~～至、到][0-9]{1,3})?|([${han}]{1,6}))(?:多|余|来|几)?(?:周)?岁`,
  'gu',
);

const mayTell = /岁|年龄|十(?:出头|上下|开外|挂零)/u;
/** 未满十八周岁 is seventeen at most, 差两个月满十八岁 too. */
const under = /(?:未满|不满|不足|不到|未到|没满|没到|(?:还差|差)[^，。；]{1,6}(?:才|就)?(?:满|到|年满))\s?$/u;
/** A cell under the head 年龄. */
const labelled = /年龄[：:｜|\s]{1,3}([0-9]{1,2})(?![0-9岁])/gu;
/** 四十出头, 五十上下 */
const round = /(?<![一二三四五六七八九十百])([一二三四五六七八九]?十)(?:出头|上下|开外|挂零)/gu;

/**
 * Every age in years that a text tells, in digits or Chinese numerals; of a span (“12至14岁”, “十二三岁”) the
 * lower end, of “未满14岁” the year before.
 * What is no number (半岁 apart, which is 0) is left out.
 */
export function findAges(text: string): number[] {
  if (!mayTell.test(text)) return [];
  const found = [...text.matchAll(age)].map(({ 1: arabic, 2: chinese, index }) => {
    const years = arabic === undefined ? chineseNumber(chinese ?? '') : Number(arabic);
    return years && under.test(text.slice(Math.max(0, index - 12), index)) ? years - 1 : years;
  });
  for (const [, years] of text.matchAll(labelled)) found.push(Number(years));
  for (const [, tens] of text.matchAll(round)) found.push(chineseNumber(tens ?? ''));
  if (/(?<!两|大)半岁/.test(text)) found.push(0);
  return found.filter((years): years is number => years !== null && years < 130);
}

/** 十二 12, 四十五 45, 廿三 23, 一百零三 103, 十二三 12, 七八 7; null when it is none of these. */
function chineseNumber(written: string): number | null {
  const text = written.replace('廿', '二十').replace('卅', '三十');
  const found =
    /^(?:([一二两三四五六七八九])百零?)?(?:([一二两三四五六七八九])?(十))?([一二两三四五六七八九])?[一二两三四五六七八九]?$/u.exec(
      text,
    );
  if (!found || text === '') return null;
  const [, hundreds, tens, ten, ones] = found;
  return 100 * value(hundreds) + (ten ? 10 * (tens ? value(tens) : 1) : 0) + value(ones);
}

const value = (char: string | undefined): number => (char === undefined ? 0 : (digits[char] ?? 0));
