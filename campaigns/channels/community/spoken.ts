import { readDigits, readNumber, readPhone } from './spoken-number.ts';

const number = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const measures =
  '个|户|次|天|位|名|家|份|件|本|块|条|张|辆|岁|年(?!级|月|[零一二三四五六七八九十]+月)|元|斤|里|小时|分钟|人';
const symbols: Record<string, string> = {
  '㎡': '平方米',
  'm²': '平方米',
  '℃': '摄氏度',
  km: '公里',
  kg: '公斤',
  '&': '和',
  '×': '乘',
};

type Rule = [RegExp, (...groups: string[]) => string];

/** In this order: what looks like a date must not be taken for a fraction first. */
const rules: Rule[] = [
  // Chinese goes on without a blank after an address: what follows it is read aloud. Only a host may be Chinese itself.
  [
    /https?:\/\/[\w!#$%&*+,\-./:;=?@~]*[\w/#=&~+-]|https?:\/\/[^\s，。；、）”》]+|\bwww\.[\w!#$%&*+,\-./:;=?@~]*[\w/#=&~+-]|(?<![@\w.])(?:[a-z0-9-]+\.)+(?:cn|com|org|net|example)(?![\w-])(?:\/[\w!#$%&*+,\-./:;=?@~]*)?/giu,
    () => '海报上的网址',
  ],
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu, () => '网页上的邮箱'],
  [
    /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/gu,
    (_, y, m, d) => `${readDigits(y ?? '')}年${readNumber(String(Number(m)))}月${readNumber(String(Number(d)))}日`,
  ],
  [/(?<!\d)(0\d{2,3}-\d{7,8}|1\d{10}|400-?\d{3}-?\d{4})(?!\d)/gu, (phone) => readPhone(phone.replace(/-/g, '，'))],
  [/(?<=拨打|电话|热线)[：:是]?\d{3,6}(?!\d)|(?<!\d)\d{3,6}(?=热线|电话|平台)/gu, (phone) => readPhone(phone)],
  [/(?<!\d)(\d{4})年?\s*[—–\-~～至]+\s*(\d{4})(?=年)/gu, (_, a, b) => `${readDigits(a ?? '')}到${readDigits(b ?? '')}`],
  [/(?<!\d)(\d{4})(?=年)/gu, (year) => readDigits(year)],
  [
    /(?<!\d)(\d{1,2})[:：](\d{2})(?!\d)/gu,
    (_, h, m) =>
      `${readNumber(String(Number(h)))}点${m === '00' ? '' : `${(m ?? '').startsWith('0') ? '零' : ''}${readNumber(String(Number(m)))}分`}`,
  ],
  [/(?<!\d)(\d{1,2})[·•](\d{1,2})(?!\d)/gu, (_, a, b) => readDigits(`${a}${b}`).replace('〇', '零')],
  [/(?<=[\d年月日元%％时点号])\s*[—–~～-]+\s*(?=\d)/gu, () => '到'],
  [new RegExp(`(${number})[%％]`, 'gu'), (_, n) => `百分之${readNumber(n ?? '')}`],
  [new RegExp(`(${number})‰`, 'gu'), (_, n) => `千分之${readNumber(n ?? '')}`],
  [/(?<![\d/])(\d{1,3})\/(\d{1,3})(?![\d/])/gu, (_, a, b) => `${readNumber(b ?? '')}分之${readNumber(a ?? '')}`],
  [new RegExp(String.raw`(?<![\d.第])2(?=${measures})`, 'gu'), () => '两'],
  [/[A-Z0-9]*\d{9,}[A-Z0-9]*/gu, (code) => readDigits(code)],
  [new RegExp(number, 'gu'), (n) => readNumber(n)],
  [/㎡|m²|℃|km|kg|&|×/gu, (sign) => symbols[sign] ?? sign],
];

/**
 * A text as an announcer reads it: numbers, dates, times and percentages in characters, addresses of pages not at all.
 * Nothing else of the signed words changes.
 */
export function spoken(text: string): string {
  const narrow = text.normalize('NFC').replace(/[０-９]/gu, (d) => String.fromCodePoint(d.codePointAt(0)! - 0xfee0));
  return rules.reduce((said, [pattern, read]) => said.replace(pattern, read), narrow);
}
