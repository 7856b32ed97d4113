import { passesLuhn } from './luhn.ts';
import { maskAfter } from './mask.ts';
import { dots } from '../fold/dots.ts';
import type { LabelsOf } from './labels.ts';
import { isNamed, type Match } from './match.ts';

const gap = `[ \\-${dots}]`;
const card = new RegExp(
  `(?<![\\dA-Za-z./=_*-])(?:\\d{16,19}|\\d{4}(?:${gap}\\d{4}){3}(?:${gap}?\\d{1,3})?|\\d{6}${gap}\\d{10,13})(?![\\dA-Za-z*]|[.-]\\d)`,
  'g',
);
const prefixes = /^(?:62|4|5[1-5]|35|60|68|69|9558)/;
const cardWords = /卡号|银行卡|储蓄卡|借记卡|信用卡|账号|帐号|账户|帐户|开户|收款|打款|转账/;

/** Bank cards: 16–19 digits that pass Luhn, with a card's first digits or a word for it close before. */
export function findCards(text: string, labels: LabelsOf): Match[] {
  return [...text.matchAll(card)].flatMap(({ 0: whole, index }) => {
    const digits = whole.replace(/\D/g, '');
    if (
      !passesLuhn(digits) ||
      /^(\d)\1+$/.test(digits) ||
      !(prefixes.test(digits) || isNamed(text, index, cardWords, labels))
    )
      return [];
    return [
      {
        rule: 'personal-data/bank-card',
        level: 'warn' as const,
        from: index,
        to: index + whole.length,
        text: maskAfter(digits, 4),
        mend: '这像银行卡号：请删去，卡号任何时候都不公开。',
      },
    ];
  });
}
