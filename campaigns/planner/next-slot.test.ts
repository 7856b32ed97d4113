import { expect, it } from 'vitest';
import { civilDay, minuteText, wallTime } from '../calendar/civil-day.ts';
import { createRandom, type Random } from '../calendar/testing/random.ts';
import { findConflicts } from './conflicts/find.ts';
import { datedPost } from './conflicts/testing/dated-post.ts';
import { judgeTime, type TimeQuestion } from './judge-time.ts';
import { nextSlot, officeHours } from './next-slot.ts';
import { timeQuestion } from './testing/time-question.ts';

const at = (text: string) => new Date(`${text}:00+08:00`);
const next = (over: Partial<TimeQuestion> = {}) => {
  const slot = nextSlot(timeQuestion(over));
  return slot && minuteText(slot);
};

it.each<[string, Partial<TimeQuestion>, string | null]>([
  ['in the morning: as soon as the desk is there', {}, '2026-06-16 09:00'],
  ['a second person has half an hour', { now: at('2026-06-16T10:20') }, '2026-06-16 11:00'],
  ['after the last quarter: the next day', { now: at('2026-06-16T17:01') }, '2026-06-17 09:00'],
  ['on a Friday evening: Monday', { now: at('2026-06-19T20:00') }, '2026-06-22 09:00'],
  ['not on a quiet day, festive or not', { quietDays: new Set(['2026-06-16', '2026-06-17']) }, '2026-06-18 09:00'],
  ['where the day is full: the next', { others: [datedPost({ at: at('2026-06-16T16:00') })] }, '2026-06-17 09:00'],
  [
    'not beside another one',
    { channels: ['weibo'], others: [datedPost({ channels: ['weibo'], at: at('2026-06-16T09:30') })] },
    '2026-06-16 10:30',
  ],
  [
    'before the deadline of every newspaper',
    { channels: ['weibo', 'press'], now: at('2026-06-16T14:40') },
    '2026-06-17 09:00',
  ],
  ['not before its story', { shown: { from: at('2026-06-16T14:01') } }, '2026-06-16 14:15'],
  ['none after its story has gone', { shown: { until: at('2026-06-16T09:00') } }, null],
  ['in a year without a table of working days', { workdays: { isWorkday: () => null } }, '2026-06-16 09:00'],
  ['none', { workdays: { isWorkday: () => false } }, null],
])('%s', (_, over, expected) => expect(next(over)).toBe(expected));

const channels = ['wechat', 'weibo', 'press'];
function randomQuestion(random: Random): TimeQuestion {
  const day = () => `2026-06-${String(random.int(10, 30)).padStart(2, '0')}`;
  const others = Array.from({ length: random.int(0, 40) }, (_, i) =>
    datedPost({
      id: `p${i}`,
      campaignId: `c${i}`,
      channels: channels.filter(() => random.chance(0.5)),
      at: at(`${day()}T${String(random.int(8, 18)).padStart(2, '0')}:${random.pick(['00', '15', '40'])}`),
      festive: random.chance(0.2),
      done: new Set(channels.filter(() => random.chance(0.1))),
    }),
  );
  return timeQuestion({
    channels: channels.filter(() => random.chance(0.6)),
    festive: random.chance(0.3),
    now: at(`${day()}T${String(random.int(0, 23)).padStart(2, '0')}:07`),
    others,
    quietDays: new Set(Array.from({ length: random.int(0, 5) }, day)),
  });
}

it('whatever is planned: what it finds makes no new matter for anybody, and nothing earlier would do', () => {
  for (let seed = 1; seed <= 120; seed += 1) {
    const question = randomQuestion(createRandom(seed));
    const slot = nextSlot(question);
    expect(slot, `seed ${seed}`).not.toBeNull();
    if (!slot) continue;
    const mine = datedPost({
      id: 'mine',
      campaignId: 'mine',
      channels: question.channels,
      at: slot,
      festive: question.festive,
    });
    const matters = findConflicts({
      ...question,
      occasions: [],
      days: [],
      waiting: new Map(),
      posts: [...question.others, mine],
    });
    const before = new Set(
      findConflicts({ ...question, occasions: [], days: [], waiting: new Map(), posts: question.others }).map(
        ({ id }) => id,
      ),
    );
    expect(
      matters.filter(({ id }) => !before.has(id)).map(({ message }) => message),
      `seed ${seed}`,
    ).toEqual([]);
    expect(wallTime(slot) >= officeHours.from && wallTime(slot) <= officeHours.to).toBe(true);
    expect(question.quietDays.has(civilDay(slot))).toBe(false);
    for (let ms = slot.getTime() - 900_000; ms >= question.now.getTime() + 1_800_000; ms -= 900_000) {
      const earlier = new Date(ms);
      const time = wallTime(earlier);
      const isOpen =
        time >= officeHours.from &&
        time <= officeHours.to &&
        !question.quietDays.has(civilDay(earlier)) &&
        question.workdays.isWorkday(civilDay(earlier)) === true;
      const { refusals, warnings } = judgeTime(question, earlier);
      if (isOpen) expect([...refusals, ...warnings].length, `seed ${seed} ${earlier.toISOString()}`).toBeGreaterThan(0);
    }
  }
});
