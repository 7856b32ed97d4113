import { Secret, TOTP } from 'otpauth';
import { expect, it } from 'vitest';
import { newSecret, otpauthUri, stepOf } from './totp.ts';

const now = new Date('2026-03-15T01:00:10Z');
const step = Math.floor(now.getTime() / 30_000);
const secret = newSecret();
const codeAt = (offset: number) =>
  new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 }).generate({
    timestamp: now.getTime() + offset * 30_000,
  });

it('agrees with the vector of RFC 6238, appendix B', () => {
  const known = Secret.fromLatin1('12345678901234567890').base32;
  expect(stepOf(known, '287082', new Date(59_000), 0)).toBe(1);
  expect(stepOf(known, '287 082', new Date(59_000), 0)).toBe(1);
});

it('takes a clock that is half a minute off, not a whole one', () => {
  expect([-1, 0, 1].map((offset) => stepOf(secret, codeAt(offset), now, 0))).toEqual([step - 1, step, step + 1]);
  expect([-2, 2].map((offset) => stepOf(secret, codeAt(offset), now, 0))).toEqual([null, null]);
});

it('takes no code twice, and none from before the last one', () => {
  expect(stepOf(secret, codeAt(0), now, step)).toBeNull();
  expect(stepOf(secret, codeAt(-1), now, step)).toBeNull();
  expect(stepOf(secret, codeAt(1), now, step)).toBe(step + 1);
});

it('takes digits as a Chinese keyboard in its wide mode types them, and blanks between', () => {
  const wide = [...codeAt(0)].map((digit) => String.fromCodePoint((digit.codePointAt(0) ?? 0) + 0xfee0)).join('');
  expect(stepOf(secret, wide, now, 0)).toBe(step);
  expect(stepOf(secret, `${wide.slice(0, 3)}　${wide.slice(3)}`, now, 0)).toBe(step);
});

it.each(['', '12345', '1234567', 'abcdef', '１２３４５', '一二三四五六', '１２３ ４５６７'])(
  'takes "%s" for no code',
  (code) => {
    expect(stepOf(secret, code, now, 0)).toBeNull();
  },
);

it('writes an address that apps understand', () => {
  expect(otpauthUri('JBSWY3DPEHPK3PXP', 'a@desk.example', '诚信广元')).toBe(
    `otpauth://totp/${encodeURIComponent('诚信广元')}:a%40desk.example?issuer=${encodeURIComponent('诚信广元')}&secret=JBSWY3DPEHPK3PXP&algorithm=SHA1&digits=6&period=30`,
  );
});
