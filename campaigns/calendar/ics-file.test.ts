import { expect, test } from 'vitest';
import { gather } from '../bulkhead/stuck.ts';
import { icsFile, type CalendarEvent } from './ics-file.ts';

const file = {
  name: '日程',
  host: 'cx.example',
  now: new Date('2026-06-01T00:00:00Z'),
  product: 'desk',
  refresh: 'PT1H',
};
const event = (uid: string, more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid,
  when: { start: '2026-06-14', end: '2026-06-14' },
  title: '征信日',
  description: ['一行'],
  status: 'CONFIRMED',
  ...more,
});
const uids = (text: string) => [...text.matchAll(/^UID:(.+)@/gm)].map(([, uid]) => uid);

test.each([
  ['a moment that is none', { when: { at: new Date('garbage'), minutes: 15 } }],
  ['a day that is none', { when: { start: '2026-06-14', end: 'garbage' } }],
  ['no title', { title: null as never }],
  ['no lines', { description: null as never }],
  ['a change at no moment', { changedAt: new Date('garbage') }],
] satisfies [string, Partial<CalendarEvent>][])(
  'an entry with %s is told, and the others are there',
  async (_what, more) => {
    const { value, stuck } = await gather(() =>
      Promise.resolve(icsFile(file, [event('first'), event('broken', more), event('last')])),
    );
    expect(uids(value)).toEqual(['first', 'last']);
    expect(value.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    expect(value.match(/END:VEVENT/g)).toHaveLength(2);
    expect(stuck.map(({ item }) => item)).toEqual(['event broken']);
  },
);

test('no text of an entry can begin a line of its own', () => {
  const hostile = 'a\nEND:VEVENT\r\nBEGIN:VEVENT,;\\';
  const lines = icsFile(file, [event('one', { title: hostile, description: [hostile] })]).split('\r\n');
  expect(lines.filter((line) => line === 'END:VEVENT')).toHaveLength(1);
  expect(lines).toContain('SUMMARY:a\\nEND:VEVENT\\nBEGIN:VEVENT\\,\\;\\\\');
});

test('a last day is written as the day after, over the end of a year', () => {
  expect(icsFile(file, [event('one', { when: { start: '2026-12-30', end: '2026-12-31' } })])).toContain(
    'DTSTART;VALUE=DATE:20261230\r\nDTEND;VALUE=DATE:20270101',
  );
});

test('lines of Chinese are folded at 75 octets and unfold to what was written', () => {
  const title = '诚信'.repeat(80) + '😀'.repeat(20);
  const text = icsFile(file, [event('one', { title })]);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(text.replaceAll('\r\n ', '')).toContain(`SUMMARY:${title}\r\n`);
});
