import { safeName } from '../shared/pack.ts';
import { civilDay } from '../../calendar/civil-day.ts';
import type { Clock } from '../../ports/clock.ts';
import type { SendJob } from '../channel.ts';
import type { PressConfig } from './config.ts';
import type { Transport } from './deliver/transport.ts';
import { receiptExpiry } from './receipt/expiry.ts';
import { receiptLink, type ReceiptDesk } from './receipt/link.ts';

/** One outlet as the channel works for it. */
export interface Desk {
  config: PressConfig;
  transport: Transport;
  receipts: ReceiptDesk | null;
  clock: Clock;
}

/** Name of a parcel's folder; made once and kept in the notes, so that a repeat after midnight writes the same one. */
export const folderName = ({ clock }: Desk, { release }: SendJob, id: string): string =>
  safeName(`${civilDay(clock.now())}-s${release.serial}-v${release.version}-${id}`);

/** Where the outlet signs for it, or null when this installation has no such address. */
export function receiptFor(
  { receipts, clock }: Desk,
  deliveryId: string,
  notice: string | null,
  deadline: string | null,
): string | null {
  return receipts ? receiptLink(receipts, { deliveryId, notice, expires: receiptExpiry(clock.now(), deadline) }) : null;
}
