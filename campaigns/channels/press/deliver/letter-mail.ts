import { posix } from 'node:path';
import type { Parcel } from '../parcel.ts';

export interface MailPlace {
  /** The outlet's address for contributions. */
  to: string;
  /** The sender: `诚信广元 <cx@example.gov.cn>`. */
  from: string;
}

export interface BuiltMail {
  messageId: string;
  envelope: { from: string; to: string[] };
  raw: Buffer;
}

/** Derived from the parcel alone, so that a letter sent again by a person's decision bears the same one. */
export const messageIdOf = (parcelId: string, from: string): string =>
  `<${Buffer.from(parcelId).toString('base64url')}@${/@([\w.-]+)>?\s*$/.exec(from)?.[1] ?? 'localhost'}>`;

/** One message per parcel: Word, text and original pictures attached; files for machines are left out. */
export async function letterMail(place: MailPlace, parcel: Parcel, date: Date): Promise<BuiltMail> {
  const messageId = messageIdOf(parcel.id, place.from);
  const attachments = parcel.files
    .filter(({ path }) => !path.endsWith('.json'))
    .map(({ path, bytes }) => ({ filename: posix.basename(path), content: Buffer.from(bytes) }));
  const { createTransport } = await import('nodemailer');
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const { message, envelope } = await composer.sendMail({
    from: place.from,
    to: place.to,
    subject: parcel.subject,
    text: parcel.letter,
    attachments,
    date,
    messageId,
    // No vacation notes and no bounces of auto-repliers for a machine's letter (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated' },
    // Everything is given as bytes: nothing may be read from disk or network.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    messageId,
    envelope: { from: String(envelope.from), to: envelope.to },
    raw: Buffer.isBuffer(message) ? message : Buffer.from([]),
  };
}
