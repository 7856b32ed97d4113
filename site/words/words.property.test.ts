import { DomUtils, parseDocument } from 'htmlparser2';
import { expect, it } from 'vitest';
import { createRandom, type Random } from '../../cms/read/testing/random.ts';
import {
  clock,
  dateTime,
  day,
  daysBetween,
  leafMonth,
  longDate,
  monthName,
  numeral,
  parts,
  range,
  untilWords,
  weekday,
} from './date.ts';
import { brief, ended, figureParts, paragraphs, slipWords, splitExample } from './text.ts';
import { titleHtml } from './title.ts';

const pieces = [
  '诚信',
  '一',
  '𠮷',
  '2026',
  '，',
  '。',
  '：',
  '！',
  '、',
  '——',
  '“',
  '”',
  '《',
  '》',
  '（',
  '）',
  '<',
  '&',
  '"',
  ' ',
  'abc',
  '个',
  '的',
  '…',
  '&lt;',
  '\n',
  '🧾',
  '12件',
  '　',
];
const text = (random: Random, most = 25): string =>
  Array.from({ length: random.int(0, most) }, () => random.pick(pieces)).join('');
const whole = (text: string): boolean =>
  !/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text);
/** Every day from 1999 to 2040 would be many: each seventh and all around the ends of months. */
const days = Array.from({ length: 15_000 }, (_, i) =>
  new Date(Date.UTC(1999, 0, 1 + i)).toISOString().slice(0, 10),
).filter((one, i) => i % 7 === 0 || /-(?:01|28|29|30|31)$/.test(one));

it('a title on a page reads as it was typed, whatever it holds; breaks are only offered, never next to a mark that must not stand alone', () => {
  const random = createRandom(1);
  for (let n = 0; n < 600; n += 1) {
    const title = text(random);
    const html = titleHtml(title, random.int(4, 16));
    expect(DomUtils.textContent(parseDocument(html))).toBe(title);
    expect(html.replaceAll('<wbr>', '')).not.toMatch(/[<>"]/);
    expect(html).not.toMatch(/<wbr>[，。：！、”》）]|[“《（]<wbr>|^<wbr>|<wbr>$/u);
  }
});

it('a brief text is the beginning of the text, never longer than asked, and cuts no character in two', () => {
  const random = createRandom(2);
  for (let n = 0; n < 600; n += 1) {
    const [long, max] = [text(random, 40), random.int(4, 40)];
    const short = brief(long, max);
    expect([...short].length).toBeLessThanOrEqual(max);
    expect(whole(short)).toBe(true);
    expect(long.trim().startsWith(short.replace(/[。…]$/u, ''))).toBe(true);
    expect(short).not.toContain('\n');
  }
});

it('a sentence ends once', () => {
  const random = createRandom(3);
  for (let n = 0; n < 300; n += 1) {
    const one = ended(text(random));
    expect(one === '' || /[。！？…][”’」』）]?$/u.test(one)).toBe(true);
    expect(ended(one)).toBe(one);
  }
  expect(['已退款', '已退款。', '已退款，', '怎么改？', '他说“改了。”', ' '].map(ended)).toEqual([
    '已退款。',
    '已退款。',
    '已退款。',
    '怎么改？',
    '他说“改了。”',
    '',
  ]);
});

it('slips, names and paragraphs keep every character of theirs', () => {
  const random = createRandom(4);
  for (let n = 0; n < 300; n += 1) {
    const [a, b] = [text(random), text(random)];
    expect(paragraphs(a).join('')).toBe(
      a
        .split('\n')
        .map((line) => line.trim())
        .join(''),
    );
    expect(paragraphs(a).every((line) => line !== '' && !line.includes('\n'))).toBe(true);
    const { example, name } = splitExample(a);
    expect(a.startsWith(name) && (!example || a.endsWith('示例') || /示例[）)]$/.test(a))).toBe(true);
    const slip = slipWords({ tags: [a], kindName: b });
    expect([...slip].length <= 7 && whole(slip) && (slip === a || b.startsWith(slip))).toBe(true);
    const { figure, unit } = figureParts(a);
    expect((figure + unit).trim().replaceAll(',', '')).toBe(
      a
        .trim()
        .replaceAll(',', '')
        .replace(/^(?=\d{4,}$)0+(?=\d)/, ''),
    );
  }
});

it('a day is the same day in every form, and each instant the day that Shanghai has', () => {
  for (const one of days) {
    const { date, month, year } = parts(one);
    expect(new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10)).toBe(one);
    expect([day(one), day(`${one}T00:00:00+08:00`), day(`${one}T23:59:59+08:00`), day(`${one}T15:59:59Z`)]).toEqual([
      one,
      one,
      one,
      one,
    ]);
    expect(day(`${one}T16:00:00Z`)).toBe(new Date(Date.parse(one) + 86_400_000).toISOString().slice(0, 10));
    expect(longDate(one)).toBe(`${monthName(one)}${date}日`);
    expect(dateTime(`${one}T01:02:03Z`)).toBe(`${longDate(one)} 09:02`);
    expect(weekday(one)).toBe(
      new Intl.DateTimeFormat('zh-CN', { weekday: 'long', timeZone: 'UTC' }).format(new Date(one)),
    );
    expect(leafMonth(one)).toMatch(/^[〇一二三四五六七八九]{4}年(?:[一二三四五六七八九十]|十[一二])月$/);
  }
  expect(clock('2026-06-14T15:59:00Z')).toBe('23:59');
  expect(() => day('gestern')).toThrow('不是时间：“gestern”');
});

it('spans: days between add up, both ends are in the words, near ones are called by name', () => {
  expect(range('2026-01-05', '2027-01-06')).toBe('1月5日—1月6日');
  const random = createRandom(5);
  for (let n = 0; n < 400; n += 1) {
    const [a, b, c] = [random.pick(days), random.pick(days), random.pick(days)].sort() as [string, string, string];
    expect(daysBetween(a, b) + daysBetween(b, c)).toBe(daysBetween(a, c));
    expect(daysBetween(b, a)).toBe(0 - daysBetween(a, b));
    const words = range(a, b);
    expect(words.startsWith(`${parts(a).month}月${parts(a).date}日`) && words.endsWith(`${parts(b).date}日`)).toBe(
      true,
    );
    expect(words.includes('—')).toBe(a !== b);
    const away = daysBetween(a, b);
    expect(untilWords(a, b)).toBe(away > 2 ? `${away}天后` : ['今天', '明天', '后天'][away]);
  }
});

it('1 to 99 are read back from their numerals', () => {
  for (let n = 1; n <= 99; n += 1) {
    const [, tens = '', ones = ''] = /^([二三四五六七八九]?十)?(.?)$/u.exec(numeral(n)) ?? [];
    const value = (sign: string) => '〇一二三四五六七八九'.indexOf(sign);
    expect((tens === '' ? 0 : tens === '十' ? 10 : value(tens[0] ?? '') * 10) + (ones === '' ? 0 : value(ones))).toBe(
      n,
    );
  }
});
