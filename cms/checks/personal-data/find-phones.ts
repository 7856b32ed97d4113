import { dots } from '../fold/dots.ts';
import { maskAfter } from './mask.ts';
import type { Match } from './match.ts';

const mobile = new RegExp(
  '(?<![\\dA-Za-z.*])(?<!\\d[-–—])(?:(?:\\+|00)?86[ -]?)?' +
    `(1[3-9](?:\\d{9}|\\d[ -]\\d{4}[ -]\\d{4}|\\d{2}[ -]\\d{3}[ -]\\d{4}|\\d[ -]\\d{8}|\\d[ -]\\d{3}[ -]\\d{5}|\\d{3}[ -]\\d{6}|\\d[.${dots}]\\d{4}[.${dots}]\\d{4}|(?: \\d){9})|(?<!\\d )1 [3-9](?: \\d){9}(?! \\d))` +
    '(?![\\dA-Za-z*])(?!\\.\\d)(?!-\\d)(?!\\s*(?:元|万|亿|％|%|人次|吨|公里|千瓦|平方|立方|米|亩|株|户))',
  'g',
);

/**
 * Mobile numbers. A landline is an office's and stays silent.
 * @param officeNumbers mobile numbers that an office has published itself, digits only
 */
export function findPhones(text: string, officeNumbers: ReadonlySet<string>): Match[] {
  return [...text.matchAll(mobile)].flatMap(({ 0: whole, 1: number = '', index }) => {
    const digits = number.replace(/\D/g, '');
    if (officeNumbers.has(digits)) return [];
    return [
      {
        rule: 'personal-data/phone',
        level: 'warn' as const,
        from: index + whole.indexOf(number),
        to: index + whole.length,
        text: maskAfter(digits, 3),
        mend: '这是手机号码：个人的请删去，单位对外公开的请改用座机，或登记为单位号码。',
      },
    ];
  });
}
