import { beforeAll, describe, expect, it } from 'vitest';
import { occasionsIcs } from './ics.ts';
import { loadOccasions } from './load-occasions.ts';
import { occasionDays, type OccasionDay } from './occasion-days.ts';

let days: OccasionDay[];
beforeAll(async () => {
  days = occasionDays(await loadOccasions(process.cwd()), 2026, []);
});
const head = { name: '诚信广元宣传年历', host: 'cx.example.gov.cn', now: new Date('2026-06-14T01:00:00Z') };
const unfold = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');
const eventOf = (text: string, slug: string) => {
  const lines = unfold(text);
  const at = lines.findIndex((line) => line.startsWith(`UID:${slug}-`));
  return lines.slice(at, lines.indexOf('END:VEVENT', at));
};

describe('the calendar to subscribe to', () => {
  it('ends every line with CRLF and keeps it within 75 octets', () => {
    const text = occasionsIcs(days, head);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const lines = text.split('\r\n');
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(lines.some((line) => line.startsWith(' '))).toBe(true);
    expect(text).not.toContain('\uFFFD');
  });

  it('holds every occasion once, opened and closed', () => {
    const lines = unfold(occasionsIcs(days, head));
    const uids = lines.filter((line) => line.startsWith('UID:'));
    expect(new Set(uids).size).toBe(days.length);
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(days.length);
    expect(lines.filter((line) => line === 'END:VEVENT')).toHaveLength(days.length);
  });

  it('writes all-day events with an exclusive end', () => {
    const event = eventOf(occasionsIcs(days, head), 'quality-month');
    expect(event).toContain('DTSTART;VALUE=DATE:20260901');
    expect(event).toContain('DTEND;VALUE=DATE:20261001');
    expect(event).toContain('DTSTAMP:20260614T010000Z');
    expect(event).toContain('SUMMARY:第49个质量月');
    expect(event).toContain('STATUS:CONFIRMED');
  });

  it('says what still waits for a notice', () => {
    const event = eventOf(occasionsIcs(days, head), 'online-integrity-day');
    expect(event).toContain('SUMMARY:网络诚信宣传日（待确认）');
    expect(event).toContain('STATUS:TENTATIVE');
  });

  it('marks days of mourning', () => {
    expect(eventOf(occasionsIcs(days, head), 'memorial-day')).toContain('SUMMARY:国家公祭日（静默日）');
  });

  it('keeps the UID when the day moves, and is the same text for the same input', () => {
    const moved = days.map((day) =>
      day.slug === 'online-integrity-day' ? { ...day, start: '2026-06-12', end: '2026-06-12' } : day,
    );
    const uid = eventOf(occasionsIcs(days, head), 'online-integrity-day')[0];
    expect(eventOf(occasionsIcs(moved, head), 'online-integrity-day')[0]).toBe(uid);
    expect(occasionsIcs(days, head)).toBe(occasionsIcs(days, head));
  });

  it('escapes what has a meaning, links where there is a page', () => {
    const [first] = days;
    if (!first) throw new Error('no occasions');
    const odd = { ...first, title: '甲,乙;丙\\丁', docNo: '示例〔2026〕1号' };
    const event = eventOf(
      occasionsIcs([odd], { ...head, linkFor: () => 'https://cx.example.gov.cn/c/2026/x' }),
      odd.slug,
    );
    expect(event).toContain('SUMMARY:甲\\,乙\\;丙\\\\丁');
    expect(event).toContain('URL:https://cx.example.gov.cn/c/2026/x');
    expect(event.find((line) => line.startsWith('DESCRIPTION:'))).toContain('\\n文号：示例〔2026〕1号');
  });
});
