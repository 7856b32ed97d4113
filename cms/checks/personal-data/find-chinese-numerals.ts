import { isCitizenId } from './citizen-id.ts';
import { maskId } from './mask.ts';
import type { Match } from './match.ts';
import { digitsOf, isWritten, numerals, writtenRuns } from './numerals.ts';

const one = `[${numerals}0-9]`;
/** Eighteen from any place on: a figure right before a number must not hide it. */
const written = new RegExp(`(?=(${one}(?:[\\s\\-·.、]{0,3}${one}){16}[\\s\\-·.、]{0,3}[${numerals}0-9Xx]))`, 'g');

/** An ID written out in Chinese numerals, all of it or some of its digits. */
export function findChineseNumerals(text: string): Match[] {
  const found = writtenRuns(text).flatMap((run) =>
    [...run.text.matchAll(written)].map(({ 1: whole = '', index }) => ({ whole, index: run.at + index })),
  );
  return found.flatMap(({ index, whole }) => {
    const id = isWritten(whole) ? digitsOf(whole) : '';
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
