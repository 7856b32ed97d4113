import { expect, test } from 'vitest';
import { instantOf } from '../../calendar/civil-day.ts';
import type { Delivery } from '../../ports/delivery.ts';
import { resume } from '../hands/resume.ts';
import { openWeek, policies, policyOf } from '../testing/week.ts';

const minute = 60_000;
const after = instantOf('2026-07-25', '00:00');

/** By the words of the handbook, not by the code: on time, late within its window, skipped and told, or asked about. */
function expected(d: Delivery, off: Date, on: Date): 'on time' | 'late' | 'skipped' | 'asked' {
  const isMissed = d.plannedAt >= off && d.plannedAt < on;
  const lateMinutes = (on.getTime() - d.plannedAt.getTime()) / minute;
  if (!isMissed || lateMinutes <= 1) return 'on time';
  if (d.misfire === 'ask') return 'asked';
  return d.misfire === 'late' && lateMinutes <= d.misfireWindow ? 'late' : 'skipped';
}

function happened(d: Delivery): string {
  if (d.state === 'skipped' && d.note?.includes('按设定跳过，没有发送')) return 'skipped';
  if (d.state === 'dead' && d.note?.includes('请决定补发还是取消')) return 'asked';
  if (d.state !== 'confirmed') return `${d.state}：${d.note}`;
  return Number(d.sentAt) - Number(d.plannedAt) <= minute ? 'on time' : 'late';
}

test.each([
  // From, to, and how many of the week's 56 copies (7 days × 4 policies × 2 channels) end how.
  ['one minute', '2026-07-08 08:59:30', '2026-07-08 09:00:30', { 'on time': 56 }],
  [
    'a minute and a half',
    '2026-07-08 08:59:30',
    '2026-07-08 09:01:01',
    { 'on time': 48, late: 4, skipped: 2, asked: 2 },
  ],
  ['one day', '2026-07-08 08:00:00', '2026-07-09 08:00:00', { 'on time': 48, late: 4, skipped: 2, asked: 2 }],
  [
    'a day and an hour past the window',
    '2026-07-08 08:00:00',
    '2026-07-09 09:30:00',
    { 'on time': 40, late: 6, skipped: 6, asked: 4 },
  ],
  ['nine days', '2026-07-05 21:00:00', '2026-07-14 21:00:00', { 'on time': 0, late: 10, skipped: 32, asked: 14 }],
] as const)('off for %s: each policy does what it says', async (_name, off, on, counts) => {
  const instant = (text: string) => new Date(`${text.replace(' ', 'T')}+08:00`);
  const week = await openWeek();
  try {
    await week.run(instant(off));
    week.sleepUntil(instant(on));
    await week.run(after);
    const rows = await week.store.list({});
    expect(rows).toHaveLength(7 * policies.length * 2);
    for (const d of rows) expect(`${d.key} ${happened(d)}`).toBe(`${d.key} ${expected(d, instant(off), instant(on))}`);
    const found = Object.fromEntries(
      Object.keys(counts).map((end) => [end, rows.filter((d) => happened(d) === end).length]),
    );
    expect(found).toEqual(counts);
    const copies = week.copies();
    for (const d of rows)
      expect([d.key, copies.get(d.id)?.length ?? 0]).toEqual([d.key, d.state === 'confirmed' ? 1 : 0]);
    // What was late went out when the machine came back, not a day later.
    for (const d of rows.filter((r) => happened(r) === 'late'))
      expect(Number(d.sentAt) - instant(on).getTime()).toBeLessThan(10 * minute);
  } finally {
    await week.close();
  }
});

test('what was asked about goes out once when a person says so, and not before', async () => {
  const week = await openWeek();
  try {
    await week.run(instantOf('2026-07-08', '08:00'));
    week.sleepUntil(instantOf('2026-07-09', '08:00'));
    await week.run(instantOf('2026-07-15', '00:00'));
    const asked = (await week.store.list({ states: ['dead'] })).filter((d) => policyOf(d) === 'ask');
    expect(asked).toHaveLength(2);
    for (const d of asked) expect(await resume(week.store, week.clock, d.id, '示例终审人')).toBe(true);
    await week.run(instantOf('2026-07-16', '00:00'));
    const copies = week.copies();
    for (const d of asked)
      expect([(await week.store.get(d.id))?.state, copies.get(d.id)?.length]).toEqual(['confirmed', 1]);
  } finally {
    await week.close();
  }
});
