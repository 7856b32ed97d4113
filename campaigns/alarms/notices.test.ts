import { expect, test } from 'vitest';
import type { Alarm } from './alarm.ts';
import { escalations, lastReminder } from './escalation.ts';
import { messageOf } from './message.ts';
import { advance, memorySchema, type Memory } from './notices.ts';
import { noon } from './testing/facts.ts';

const at = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);
const alarm = (given: Partial<Alarm> = {}): Alarm => ({
  id: 'dead',
  urgency: 'urgent',
  title: '推送等人工',
  what: '有 1 份推送停住了。',
  advice: '请处理。',
  measure: 1,
  ...given,
});

/** Minute by minute, every notice delivered; as `minute:kind`. */
function day(
  alarmsAt: (minute: number) => Alarm[],
  minutes: number,
  isBroken: (minute: number) => boolean = () => false,
): string[] {
  let memory: Memory = {};
  const log: string[] = [];
  for (let m = 0; m <= minutes; m += 1) {
    const { notices, seen, told } = advance(memory, alarmsAt(m), at(m));
    const sent = notices.length > 0 && !isBroken(m);
    if (sent) log.push(...notices.map((n) => `${m}:${n.kind}`));
    // Through text, as the database keeps it: a restart in every minute.
    memory = memorySchema.parse(JSON.parse(JSON.stringify(notices.length === 0 || sent ? told : seen)));
  }
  return log;
}

test('told once when it begins, again by the table, and once when it ends', () => {
  expect(day((m) => (m >= 5 && m < 305 ? [alarm()] : []), 400)).toEqual([
    '5:begin',
    '20:again',
    '65:again',
    '245:again',
    '305:end',
  ]);
  expect(day((m) => (m < 60 * 24 * 12 ? [alarm({ urgency: 'ordinary' })] : []), 60 * 24 * 12 - 1)).toEqual([
    '0:begin',
    `${1440}:again`,
    `${3 * 1440}:again`,
    `${10 * 1440}:again`,
  ]);
});

test('more of it is news, but not every minute', () => {
  const growing = (m: number) => [alarm({ urgency: 'ordinary', measure: 1 + Math.min(m, 100) })];
  expect(day(growing, 200).map((line) => line.split(':')[1])).toEqual(['begin', ...Array(7).fill('worse')]);
  expect(day((m) => [alarm({ urgency: 'ordinary', measure: m < 50 ? 3 : 1 })], 100)).toEqual(['0:begin']);
});

test('a broken way is tried again each minute, and nothing is told twice when it is mended', () => {
  const dying = (m: number) => (m < 30 ? [alarm({ urgency: 'ordinary' })] : []);
  expect(day(dying, 60, (m) => m < 10)).toEqual(['10:begin', '30:end']);
  expect(day(dying, 60, (m) => m >= 30 && m < 40)).toEqual(['0:begin', '40:end']);
  expect(day(dying, 60, (m) => m < 35)).toEqual([]);
});

test('one that comes back begins anew', () => {
  expect(day((m) => (m % 20 < 10 ? [alarm()] : []), 35)).toEqual(['0:begin', '10:end', '20:begin', '30:end']);
});

test('a machine that slept through reminders sends one, not all', () => {
  const first = advance({}, [alarm()], at(0)).told;
  const later = advance(first, [alarm()], at(60 * 24 * 5 + 7));
  expect(later.notices.map((n) => n.kind)).toEqual(['again']);
  expect(advance(later.told, [alarm()], at(60 * 24 * 5 + 8)).notices).toEqual([]);
});

test('a clock set back tells nothing twice', () => {
  const { told } = advance({}, [alarm()], at(0));
  expect(advance(told, [alarm()], at(-90)).notices).toEqual([]);
});

test('the table is in order, and every reminder of it is reached', () => {
  for (const urgency of ['urgent', 'ordinary'] as const) {
    const { again } = escalations[urgency];
    expect([...again].sort((a, b) => a - b)).toEqual(again);
    for (const minutes of again)
      expect([lastReminder(urgency, minutes - 1) < minutes, lastReminder(urgency, minutes)]).toEqual([true, minutes]);
  }
});

test('one message for everything, in words', () => {
  const { told } = advance({}, [alarm({ id: 'overdue', title: '推送逾期' })], at(0));
  const { notices } = advance(told, [alarm()], at(3));
  const { subject, text } = messageOf(notices, { name: '诚信广元', link: 'https://desk.example/admin' });
  expect(subject).toBe('【诚信广元】告警：推送等人工等 2 项');
  expect(text).toBe(
    '【告警】推送等人工（2026-06-14 12:03 起）\n有 1 份推送停住了。\n请处理。\n\n【恢复】推送逾期\n2026-06-14 12:00 起的这一问题已经解决。\n\n后台：https://desk.example/admin\n',
  );
});
