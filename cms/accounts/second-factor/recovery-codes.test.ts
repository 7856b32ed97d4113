import { expect, it } from 'vitest';
import { newRecoveryCodes, readRecoveryCode } from './recovery-codes.ts';

it('every new code is read back as it was printed, and none holds a letter that looks like another', () => {
  const codes = Array.from({ length: 40 }, newRecoveryCodes).flat();
  for (const code of codes) {
    expect(readRecoveryCode(code)).toBe(code);
    expect(code).not.toMatch(/[01ilo]/);
  }
  expect(new Set(codes).size).toBe(400);
});

it.each([
  ['in capitals', 'ABCDE-FGH23'],
  ['without the dash', 'abcdefgh23'],
  ['with spaces and a line’s end', ' abc de-fgh 23\n'],
  ['with the long dash of a Chinese keyboard', 'abcde——fgh23'],
  ['with a wide dash', 'abcde－fgh23'],
  ['with a dash that does not break', 'abcde‑fgh23'],
  ['with a minus', 'abcde−fgh23'],
  ['in wide letters', 'ａｂｃｄｅ－ｆｇｈ２３'],
  ['with a wide space', 'abcde　fgh23'],
])('reads a code typed %s', (_how, typed) => {
  expect(readRecoveryCode(typed)).toBe('abcde-fgh23');
});

it.each(['', '-', 'abcde-fgh2', 'abcde-fgh234', 'abcde-fgh20', 'abcde_fgh23', '123456', 'абвгд-abcde', 'abcde.fgh23'])(
  'takes “%s” for no code',
  (typed) => expect(readRecoveryCode(typed)).toBeNull(),
);
