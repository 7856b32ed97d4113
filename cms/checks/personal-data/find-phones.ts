import { dots } from '../fold/dots.ts';
import { maskAfter } from './mask.ts';
import { isNamedBefore, type Match } from './match.ts';
import { digitsOf, isWritten, numerals, writtenRuns } from './numerals.ts';

const unit = '元(?!坝)|万|亿|％|%|人次|吨|公里|千瓦|平方|立方|米|亩|株|户(?!主|籍|口)';
/** What people put between the parts of a number; a comma or 、 parts the numbers of a list. */
const apart = ` {1,2}|[-‐‑‒–−_~*.${dots}]|—{1,2}`;
const mobile = new RegExp(
  '(?<![\\dA-Za-z.*])(?<!\\d[-–—])(?:(?:\\+|00)?86[ -]?)?' +
    `(1[3-9](?:\\d{9}|\\d(${apart})\\d{4}\\2\\d{4}|\\d[ -]\\d{4}[ -]\\d{4}|\\d{2}[ -]\\d{3}[ -]\\d{4}|\\d[ -]\\d{8}|\\d[ -]\\d{3}[ -]\\d{5}|\\d{3}[ -]\\d{6}|(?: \\d){9})|(?<!\\d )1 [3-9](?: \\d){9}(?! \\d))` +
    '(?![\\dA-Za-z*])(?!\\.\\d)(?!-\\d)',
  'g',
);
const amount = new RegExp(`^\\s*(?:${unit})`);
/** Behind these it is a number to call, whatever comes next: 电话139…万先生. */
const called = /电话|手机|联系|致电|号码|微信|来电|短信/;
/** 幺三九… and 1三九…: eleven in a row, some of them written. */
const spoken = new RegExp(
  `(?<![${numerals}0-9])[${numerals}0-9](?:[\\s\\-·.]{0,2}[${numerals}0-9]){10}(?![${numerals}0-9])`,
  'g',
);

/**
 * Mobile numbers. A landline is an office's and stays silent.
 * @param officeNumbers mobile numbers that an office has published itself, digits only
 */
export function findPhones(text: string, officeNumbers: ReadonlySet<string>): Match[] {
  const found = (digits: string, from: number, to: number): Match[] =>
    officeNumbers.has(digits)
      ? []
      : [
          {
            rule: 'personal-data/phone',
            level: 'warn',
            from,
            to,
            text: maskAfter(digits, 3),
            mend: '这是手机号码：个人的请删去，单位对外公开的请改用座机，或登记为单位号码。',
          },
        ];
  return [
    ...[...text.matchAll(mobile)].flatMap(({ 0: whole, 1: number = '', index }) => {
      const to = index + whole.length;
      return amount.test(text.slice(to, to + 8)) && !isNamedBefore(text, index, called, 10)
        ? []
        : found(number.replace(/\D/g, ''), index + whole.indexOf(number), to);
    }),
    ...writtenRuns(text).flatMap((run) =>
      [...run.text.matchAll(spoken)].flatMap(({ 0: whole, index }) => {
        const [digits, from] = [digitsOf(whole), run.at + index];
        return /^1[3-9]/.test(digits) && isWritten(whole) ? found(digits, from, from + whole.length) : [];
      }),
    ),
  ];
}
