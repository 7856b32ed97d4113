import { createDecipheriv } from 'node:crypto';
import type { CallbackKeys } from './keys.ts';

const block = 32;

/**
 * Opens `Encrypt`: AES-256-CBC, IV = first half of the key, PKCS#7 to 32; inside 16 random bytes, a big-endian length,
 * the message and the appid (channels.md §1 Callback). Keys are tried in order. Null when none opens it or it is another
 * account's. Call it only after the signature has been checked.
 */
export function decrypt(sealed: string, keys: CallbackKeys): string | null {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(sealed)) return null;
  const bytes = Buffer.from(sealed, 'base64');
  if (bytes.length === 0 || bytes.length % 16 !== 0) return null;
  for (const aesKey of keys.aesKeys) {
    const message = open(bytes, Buffer.from(`${aesKey}=`, 'base64'), keys.appId);
    if (message !== null) return message;
  }
  return null;
}

function open(bytes: Buffer, key: Buffer, appId: string): string | null {
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const padded = Buffer.concat([decipher.update(bytes), decipher.final()]);
  const padding = padded.at(-1) ?? 0;
  if (padding < 1 || padding > block || padding > padded.length) return null;
  if (!padded.subarray(-padding).every((byte) => byte === padding)) return null;
  const plain = padded.subarray(0, -padding);
  if (plain.length < 20) return null;
  const end = 20 + plain.readUInt32BE(16);
  if (end > plain.length || plain.toString('utf8', end) !== appId) return null;
  return utf8(plain.subarray(20, end));
}

/** Strictly UTF-8, or null. */
export function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
