import { readable } from '../bulkhead/each.ts';
import { addDays, type CivilDay } from './civil-day.ts';

/** One entry of a calendar to subscribe to: whole days (inclusive), or a moment. */
export interface CalendarEvent {
  /** Stable for ever, without the host: an entry that moves stays the same in people's calendars. */
  uid: string;
  when: { start: CivilDay; end: CivilDay } | { at: Date; minutes: number };
  title: string;
  /** Lines of the description. */
  description: readonly string[];
  url?: string | null;
  status: 'CONFIRMED' | 'TENTATIVE';
  /** When it was last changed; null or absent while it stands as it was first made. */
  changedAt?: Date | null;
}

export interface CalendarFile {
  /** Name that calendar programs show. */
  name: string;
  /** Host for stable UIDs, e.g. `cx.example.gov.cn`. */
  host: string;
  /** When the calendar was made, for DTSTAMP. */
  now: Date;
  /** Which of the product's calendars it is, in Latin letters. */
  product: string;
  /** How often programs are asked to come back, RFC 7986, e.g. `P1D`. */
  refresh: string;
}

/**
 * RFC 5545: UTF-8, CRLF, folded. Entries take no time from anybody's day; one that cannot be written is told as stuck, and
 * the others stand.
 */
export function icsFile(file: CalendarFile, events: readonly CalendarEvent[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//chengxin//${file.product}//ZH`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(file.name)}`,
    'X-WR-TIMEZONE:Asia/Shanghai',
    `REFRESH-INTERVAL;VALUE=DURATION:${file.refresh}`,
    ...readable(
      events,
      ({ title, uid }) => [`event ${uid}`, `日程“${title}”`],
      (event) => eventLines(event, file),
    ).flat(),
    'END:VCALENDAR',
  ];
  return lines.map(fold).join('\r\n') + '\r\n';
}

/**
 * RFC 5545 §3.8.7.4: grows with every change, so that calendar programs take the newer one. Seconds since 2020: no count
 * has to be kept, and two that know the same rows say the same.
 */
const sequenceOf = (changedAt: Date | null | undefined): number =>
  changedAt ? Math.max(0, Math.floor((changedAt.getTime() - Date.UTC(2020, 0, 1)) / 1000)) : 0;

function eventLines(
  { uid, when, title, description, url, status, changedAt }: CalendarEvent,
  { host, now }: CalendarFile,
): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${uid}@${host}`,
    `DTSTAMP:${stamp(now)}`,
    `SEQUENCE:${sequenceOf(changedAt)}`,
    ...(changedAt ? [`LAST-MODIFIED:${stamp(changedAt)}`] : []),
    ...('at' in when
      ? [`DTSTART:${stamp(when.at)}`, `DTEND:${stamp(new Date(when.at.getTime() + when.minutes * 60_000))}`]
      : // RFC 5545 §3.6.1: DTEND is exclusive.
        [`DTSTART;VALUE=DATE:${compact(when.start)}`, `DTEND;VALUE=DATE:${compact(addDays(when.end, 1))}`]),
    `SUMMARY:${escapeText(title)}`,
    `DESCRIPTION:${escapeText(description.join('\n'))}`,
    ...(url ? [`URL:${url}`] : []),
    `STATUS:${status}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

const compact = (day: string) => day.replaceAll('-', '');
const stamp = (instant: Date) => `${instant.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
const escapeText = (text: string) => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');

/** RFC 5545 §3.1: no line over 75 octets; a continuation starts with a space. Never cuts a character in two. */
function fold(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > 75) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}
