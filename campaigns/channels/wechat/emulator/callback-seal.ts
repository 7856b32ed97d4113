import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import type { CallbackProfile } from './profile.ts';

export interface SealedCallback {
  query: URLSearchParams;
  body: string;
}

/** sha1 over the sorted parts joined (channels.md §1 Callback). */
const sign = (...parts: string[]): string => createHash('sha1').update(parts.toSorted().join('')).digest('hex');

/** A message as the platform posts it: signed, and with a key encrypted. `at` in ms; `forged` spoils the signature. */
export function sealCallback(
  xml: string,
  to: Pick<CallbackProfile, 'token' | 'aesKey'>,
  appId: string,
  at: number,
  forged = false,
): SealedCallback {
  const timestamp = String(Math.floor(at / 1000));
  const nonce = String(randomBytes(4).readUInt32BE());
  const spoil = (signature: string) => (forged ? signature.replace(/^./, (c) => (c === '0' ? '1' : '0')) : signature);
  const query = new URLSearchParams({
    signature: spoil(sign(to.token, timestamp, nonce)),
    timestamp,
    nonce,
    openid: 'o-demo',
  });
  if (!to.aesKey) return { query, body: xml };
  const sealed = encrypt(xml, to.aesKey, appId);
  query.set('encrypt_type', 'aes');
  query.set('msg_signature', spoil(sign(to.token, timestamp, nonce, sealed)));
  return {
    query,
    body: `<xml><ToUserName><![CDATA[gh_demo]]></ToUserName><Encrypt><![CDATA[${sealed}]]></Encrypt></xml>`,
  };
}

function encrypt(text: string, aesKey: string, appId: string): string {
  const key = Buffer.from(`${aesKey}=`, 'base64');
  const message = Buffer.from(text, 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(message.length);
  const plain = Buffer.concat([randomBytes(16), length, message, Buffer.from(appId, 'utf8')]);
  const missing = 32 - (plain.length % 32);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([
    cipher.update(Buffer.concat([plain, Buffer.alloc(missing, missing)])),
    cipher.final(),
  ]).toString('base64');
}
