import { createCipheriv, createHash } from 'node:crypto';

/** What to seal, and what to spoil about it. */
export interface SealInput {
  token: string;
  aesKey: string;
  appId: string;
  xml: string;
  at: Date;
  nonce?: string;
  /** Stands in for the two 16-byte and 4-byte heads and the padding when they are to be wrong. */
  plain?: Buffer;
}

/** The platform's side written from the contract alone, apart from the receiver and from the emulator. */
export function seal({ token, aesKey, appId, xml, at, nonce = '7', plain }: SealInput) {
  const message = Buffer.from(xml);
  const size = Buffer.from(
    [message.length >>> 24, message.length >>> 16, message.length >>> 8, message.length].map((n) => n & 255),
  );
  const inner = plain ?? pad(Buffer.concat([Buffer.from('fedcba9876543210'), size, message, Buffer.from(appId)]));
  const key = Buffer.from(aesKey + '=', 'base64');
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const encrypt = cipher.update(inner).toString('base64');
  const timestamp = String((at.getTime() / 1000) | 0);
  return {
    encrypt,
    timestamp,
    nonce,
    signature: sha1([token, timestamp, nonce]),
    msgSignature: sha1([token, timestamp, nonce, encrypt]),
  };
}

export const pad = (bytes: Buffer): Buffer => {
  const n = 32 - (bytes.length % 32);
  return Buffer.concat([bytes, Buffer.from(String.fromCharCode(n).repeat(n), 'latin1')]);
};

const sha1 = (parts: string[]) =>
  createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex');
