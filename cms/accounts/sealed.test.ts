import { expect, it } from 'vitest';
import { fingerprint, seal, unseal } from './sealed.ts';

const [secret, owner, text] = ['部署的密钥', 'user-1', 'JBSWY3DPEHPK3PXP'] as const;

it('opens for its owner with its secret, and for nobody else', () => {
  const sealed = seal(secret, owner, text);
  expect(unseal(secret, owner, sealed)).toBe(text);
  expect(unseal(secret, 'user-2', sealed)).toBeNull();
  expect(unseal('别的密钥', owner, sealed)).toBeNull();
});

it('does not open when any one byte of it was changed, or a piece is missing', () => {
  const bytes = Buffer.from(seal(secret, owner, text), 'base64url');
  for (let i = 0; i < bytes.length; i++) {
    const changed = Buffer.from(bytes);
    changed[i] = (changed[i] ?? 0) ^ 1;
    expect(unseal(secret, owner, changed.toString('base64url'))).toBeNull();
    expect(unseal(secret, owner, bytes.subarray(0, i).toString('base64url'))).toBeNull();
  }
});

it.each(['', '读不懂', '!!!!', 'a'.repeat(10_000)])(
  'opens nothing that is no seal, and does not fail: “%.8s”',
  (sealed) => {
    expect(unseal(secret, owner, sealed)).toBeNull();
  },
);

it('says the same twice in no way that can be seen, and keeps an empty text too', () => {
  expect(seal(secret, owner, text)).not.toBe(seal(secret, owner, text));
  expect(unseal(secret, owner, seal(secret, owner, ''))).toBe('');
});

it('a fingerprint is the same for the same text of the same person alone', () => {
  const own = fingerprint(secret, owner, text);
  expect(fingerprint(secret, owner, text)).toBe(own);
  expect(
    new Set([
      own,
      fingerprint(secret, 'user-2', text),
      fingerprint('别的密钥', owner, text),
      fingerprint(secret, owner, 'x'),
    ]).size,
  ).toBe(4);
});
