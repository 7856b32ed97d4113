import { createHash } from 'node:crypto';
import { fold } from '../checks/fold/fold.ts';
import { findPersonalData } from '../checks/personal-data/find-personal-data.ts';
import { canonicalJson } from '../words/canonical.ts';

const secretName = /password|secret|token|salt|hash$|^hash|apikey|api_key|recovery|otp|credential|privatekey|^key$/i;
// Fingerprints of content are made to be shown.
const openName = /(content|paper)?(hash|sha256)$/i;

/** True for fields whose value must never be kept in any form. */
export const isSecret = (path: string, collection: string): boolean => {
  const name = path.split('.').at(-1) ?? path;
  if (collection === 'users')
    return /^(hash|salt|password|sessions|apiKey.*|enableAPIKey|resetPassword.*|_verif.*|.*token.*|.*secret.*)$/i.test(
      name,
    );
  if (openName.test(name) && name !== 'hash') return false;
  return collection !== 'releases' && secretName.test(name);
};

const maxShown = 200;

export const holdsPersonalData = (text: string): boolean => findPersonalData(fold(text)).length > 0;

/**
 * A value as the trail may keep it: short and harmless as it is, long as fingerprint and length, anything with personal
 * data in it as a keyed digest, secrets not at all.
 */
export function keepValue(
  value: unknown,
  { secret, personal, digest }: { secret: boolean; personal: boolean; digest: (text: string) => string },
): unknown {
  if (value === undefined || value === null || value === '') return null;
  if (secret) return '（不记录）';
  if (!personal && (typeof value === 'number' || typeof value === 'boolean')) return value;
  const text = typeof value === 'string' ? value : value instanceof Date ? value.toISOString() : canonicalJson(value);
  if (personal) return `（个人信息，摘要 ${digest(text)}）`;
  // Before the length: whoever knows the rest of a long text would find the number in it by its plain fingerprint.
  if (holdsPersonalData(text)) return `（含个人信息，摘要 ${digest(text)}）`;
  if (text.length > maxShown)
    return `（共${[...text].length}字，sha256 ${createHash('sha256').update(text).digest('hex')}）`;
  return text;
}
