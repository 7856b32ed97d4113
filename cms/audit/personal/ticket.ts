import { systemClock } from '../../../campaigns/ports/clock.ts';
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { PayloadRequest } from 'payload';

const minutes = 5;

const macOf = (secret: string, parts: readonly string[]): string =>
  createHmac('sha256', secret)
    .update(JSON.stringify(['personal-file', ...parts]))
    .digest('base64url');

/** The address at which this person, for five minutes, gets this one file. */
export function fileAddress(req: PayloadRequest, collection: string, filename: string, now: Date): string {
  const until = String(now.getTime() + minutes * 60_000);
  const mac = macOf(req.payload.secret, [String(req.user?.id), collection, filename, until]);
  return `/api/${collection}/file/${encodeURIComponent(filename)}?until=${until}&ticket=${mac}`;
}

/** Whether the request carries a ticket of its own person for this file that has not run out. */
export function opensFile(req: PayloadRequest, collection: string, filename: string): boolean {
  const until = req.searchParams?.get('until') ?? '';
  const given = Buffer.from(req.searchParams?.get('ticket') ?? '');
  const right = Buffer.from(macOf(req.payload.secret, [String(req.user?.id), collection, filename, until]));
  return (
    Boolean(req.user) &&
    given.length === right.length &&
    timingSafeEqual(given, right) &&
    Number(until) > systemClock.now().getTime()
  );
}
