import { commonWords } from './common-words.ts';

const minLength = 10;
/** Hashing a novel would only keep the machine busy. */
export const maxLength = 200;

const byLength = [...commonWords].sort((a, b) => b.length - a.length);
const rows = [
  '01234567890123456789',
  '98765432109876543210',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
];
/** 1990, 2026, 20260315, 0315: years and days are tried at once. */
const day = /(19|20)\d{2}((0[1-9]|1[0-2])([0-2]\d|3[01])?)?|(0[1-9]|1[0-2])([0-2]\d|3[01])/g;

/**
 * Why a password may not be used, as one Chinese sentence; null when it may. The rule is length and not being the first
 * guess, as NIST SP 800-63B-4 §3.1.1 has it: no forced signs, no forced renewal.
 */
export function passwordProblem(
  password: string,
  { email, name }: { email?: string | null | undefined; name?: string | null | undefined },
): string | null {
  const length = [...password].length;
  if (length < minLength) return `密码太短：至少要${minLength}个字符。`;
  if (length > maxLength) return `密码太长：最多${maxLength}个字符。`;
  const text = password.normalize('NFKC').toLowerCase();
  const own = [email?.split('@')[0] ?? '', name ?? ''].map(lettersOf);
  // Short names are met by chance where two words of the password meet.
  const joined = lettersOf(text);
  const isIn = (word: string) =>
    text.includes(word) || (word.length >= (/\p{Script=Han}/u.test(word) ? 2 : 4) && joined.includes(word));
  if (own.some((word) => [...word].length >= 2 && isIn(word))) return '密码里不能有您的姓名或电子邮件：请换一个。';
  if (isCommon(text) || isCommon(text.replaceAll('@', 'a').replaceAll('$', 's').replaceAll('0', 'o')))
    return '这个密码太常见，最先被人猜到：请换一个，例如几个互不相干的词连起来。';
  return null;
}

/** Li.Ming, li_ming and 李　明 are the same name as liming and 李明. */
const lettersOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** What is left when guessable pieces are taken out is too little, or too uniform, to be a secret. */
function isCommon(text: string): boolean {
  let rest = text;
  for (const word of byLength) rest = rest.replaceAll(word, ' ');
  rest = rest.replace(day, ' ').replace(/[^\p{L}\p{N}]+/gu, ' ');
  const pieces = rest.split(' ').filter((piece) => piece !== '' && !rows.some((row) => row.includes(piece)));
  return new Set(pieces.join('')).size < 4;
}
