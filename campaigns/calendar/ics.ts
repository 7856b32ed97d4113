import { addDays } from './civil-day.ts';
import type { OccasionDay } from './occasion-days.ts';

export interface CalendarHead<T extends OccasionDay = OccasionDay> {
  /** Name that calendar programs show. */
  name: string;
  /** Host for stable UIDs, e.g. `cx.example.gov.cn`. */
  host: string;
  /** When the calendar was made, for DTSTAMP. */
  now: Date;
  /** Absolute address of an occasion's page; null when it has none. */
  linkFor?: (occasion: T) => string | null;
}

/** The calendar to subscribe to: RFC 5545, one all-day event an occasion, TENTATIVE until confirmed. UTF-8, CRLF. */
export function occasionsIcs<T extends OccasionDay>(days: readonly T[], head: CalendarHead<T>): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//chengxin//occasions//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(head.name)}`,
    'X-WR-TIMEZONE:Asia/Shanghai',
    'REFRESH-INTERVAL;VALUE=DURATION:P1D',
    ...days.flatMap((day) => event(day, head)),
    'END:VCALENDAR',
  ];
  return lines.map(fold).join('\r\n') + '\r\n';
}

function event<T extends OccasionDay>(day: T, head: CalendarHead<T>): string[] {
  const link = head.linkFor?.(day) ?? null;
  const description = [day.ruleText, `主办：${day.organiser}`, `出处：${day.source}`, ...(day.docNo ? [`文号：${day.docNo}`] : [])];
  return [
    'BEGIN:VEVENT',
    // Slug and year only: an occasion that moves stays the same event in people's calendars.
    `UID:${day.slug}-${day.start.slice(0, 4)}@${head.host}`,
    `DTSTAMP:${stamp(head.now)}`,
    `DTSTART;VALUE=DATE:${compact(day.start)}`,
    // RFC 5545 §3.6.1: DTEND is exclusive.
    `DTEND;VALUE=DATE:${compact(addDays(day.end, 1))}`,
    `SUMMARY:${escapeText(day.title + remark(day))}`,
    `DESCRIPTION:${escapeText(description.join('\n'))}`,
    ...(link ? [`URL:${link}`] : []),
    `STATUS:${day.state === 'confirmed' ? 'CONFIRMED' : 'TENTATIVE'}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** What a reader must know beside the name: whether the date stands, and whether the day is one of mourning. */
const remark = ({ state, kind }: OccasionDay) => (state === 'proposed' ? '（待确认）' : kind === 'quiet' ? '（静默日）' : '');
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
