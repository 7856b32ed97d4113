import type { OccasionDay } from '../../cms/read/occasion.ts';
import { addDays } from '../components/year/civil.ts';

export interface CalendarHead {
  name: string;
  /** Domain for the stable UIDs. */
  domain: string;
  siteUrl: string;
  /** `YYYY-MM-DD`; DTSTAMP of all events, so that the file changes once a day at most. */
  today: string;
}

const compact = (day: string): string => day.replaceAll('-', '');
const escape = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');

/** RFC 5545 §3.1: at most 75 octets a line, continued after CRLF and a space, never inside a character. */
function fold(line: string): string {
  const lines: string[] = [];
  let now = '';
  for (const sign of line) {
    if (Buffer.byteLength(now + sign) > (lines.length === 0 ? 75 : 74)) {
      lines.push(now);
      now = '';
    }
    now += sign;
  }
  return [...lines, now].join('\r\n ');
}

/** All-day events in the visitor's calendar; what is not confirmed yet says so (STATUS:TENTATIVE). */
export function icsCalendar(head: CalendarHead, days: OccasionDay[]): string {
  const events = days.flatMap((day) => [
    'BEGIN:VEVENT',
    `UID:${day.slug}-${day.start.slice(0, 4)}@${head.domain}`,
    `DTSTAMP:${compact(head.today)}T000000Z`,
    `DTSTART;VALUE=DATE:${compact(day.start)}`,
    // DTEND is exclusive.
    `DTEND;VALUE=DATE:${compact(addDays(day.end, 1))}`,
    `SUMMARY:${escape(day.title + (day.state === 'proposed' ? '（待确认）' : day.kind === 'quiet' ? '（静默日）' : ''))}`,
    `DESCRIPTION:${escape([day.ruleText, day.organiser && `主办：${day.organiser}`, day.docNo].filter(Boolean).join('\n'))}`,
    `STATUS:${day.state === 'proposed' ? 'TENTATIVE' : 'CONFIRMED'}`,
    'TRANSP:TRANSPARENT',
    ...(day.campaignPath ? [`URL:${head.siteUrl}${day.campaignPath}`] : []),
    'END:VEVENT',
  ]);
  const lines = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', `PRODID:-//${head.domain}//${escape(head.name)}//ZH`, 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH',
    `X-WR-CALNAME:${escape(head.name)}`, 'X-WR-TIMEZONE:Asia/Shanghai', 'REFRESH-INTERVAL;VALUE=DURATION:P1D', ...events, 'END:VCALENDAR',
  ];
  return lines.map(fold).join('\r\n') + '\r\n';
}
