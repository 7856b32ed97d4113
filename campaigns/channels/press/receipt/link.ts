import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** Where outlets sign, and the key that makes the links theirs alone. */
export interface ReceiptDesk {
  /** Public base URL without a trailing slash. */
  siteUrl: string;
  key: Buffer;
}

/** What a receipt is for. */
export interface ReceiptClaim {
  deliveryId: string;
  /** `撤稿`, `更正-<8 hex>`; null: the 供稿包 itself. */
  notice: string | null;
  /** After this instant the link no longer counts. */
  expires: Date;
}

export const receiptPath = '/hooks/press/receipt';

/** The signing key, derived so that nothing else made from the same secret can be taken for a receipt. */
export const receiptKey = (secret: string): Buffer => createHmac('sha256', secret).update('press receipt v1').digest();

/** `/hooks/press/receipt?d=…&n=…&e=…&s=…`: delivery, notice, expiry (seconds since 1970), signature. */
export function receiptLink({ siteUrl, key }: ReceiptDesk, claim: ReceiptClaim): string {
  const query = new URLSearchParams({
    d: claim.deliveryId,
    ...(claim.notice === null ? {} : { n: claim.notice }),
    e: String(seconds(claim.expires)),
    s: sign(key, claim),
  });
  return `${siteUrl}${receiptPath}?${query.toString()}`;
}

const querySchema = z.object({
  d: z.string().min(1).max(100),
  n: z.string().min(1).max(40).nullable(),
  e: z
    .string()
    .regex(/^\d{1,12}$/)
    .transform(Number),
  s: z.string().length(43),
});

/**
 * Reads a link that somebody has followed.
 * @returns the claim, or one sentence for the person who holds the link
 */
export function readReceipt(
  query: URLSearchParams,
  key: Buffer,
  now: Date,
): { claim: ReceiptClaim } | { error: string; status: 400 | 403 | 410 } {
  const read = querySchema.safeParse({ d: query.get('d'), n: query.get('n'), e: query.get('e'), s: query.get('s') });
  if (!read.success) return { status: 400, error: '回执链接不完整：请从来信里完整复制网址，或直接回电话。' };
  const { d, n, e, s } = read.data;
  const claim: ReceiptClaim = { deliveryId: d, notice: n, expires: new Date(e * 1000) };
  const right = Buffer.from(sign(key, claim));
  const given = Buffer.from(s);
  if (right.length !== given.length || !timingSafeEqual(right, given)) {
    return { status: 403, error: '回执链接被改动过，不能用来回执：请从来信里完整复制网址，或直接回电话。' };
  }
  if (claim.expires <= now) return { status: 410, error: '回执链接已过期：请打来信上的电话回执。' };
  return { claim };
}

const seconds = (at: Date): number => Math.floor(at.getTime() / 1000);

const sign = (key: Buffer, { deliveryId, notice, expires }: ReceiptClaim): string =>
  createHmac('sha256', key)
    .update(JSON.stringify([deliveryId, notice, seconds(expires)]))
    .digest('base64url');
