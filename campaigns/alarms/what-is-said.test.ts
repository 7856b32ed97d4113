import { describe, expect, it } from 'vitest';
import { lastReminder } from './escalation.ts';
import { messageOf } from './message.ts';
import { advance, type AlarmNotice, type Memory } from './notices.ts';
import { judge } from './rules.ts';
import { facts, noon } from './testing/facts.ts';

const limits = { unknownMinutes: 30 };
const said = (...given: Parameters<typeof facts>) => judge(facts(...given), limits)[0]?.what ?? null;
const day = 86_400;

describe('how long something lasts, as people say it', () => {
  it.each([
    [180, null],
    [181, '3 分钟'],
    [3600, '60 分钟'],
    [7169, '119 分钟'],
    [7170, '2 小时'],
    [3 * 3600 - 31, '2 小时'],
    [2 * day - 60, '47 小时'],
    [2 * day, '2 天'],
    [3 * day - 60, '2 天'],
    [400 * day, '400 天'],
  ])('%i seconds', (overdueOldestSeconds, words) => {
    const what = said({ gauges: { overdue: 7, overdueOldestSeconds } });
    expect(what).toBe(words && `有 7 份推送到点后没有人处理，最早的一份已晚 ${words}。`);
  });
});

describe('a scheduler that is silent', () => {
  const ago = (seconds: number) => new Date(noon.getTime() - seconds * 1000);
  it.each([
    ['never beat, and nobody has watched for long', null, 180, null],
    ['never beat since this watch began', null, 181, '推送调度从来没有过心跳'],
    ['beat in time', 180, day, null],
    ['beat too long ago', 600, day, '最近一次心跳在 10 分钟前'],
    ['was off with the machine, and has just started', 9 * day, 60, null],
    ['was off with the machine, and has not come back', 9 * day, 200, '最近一次心跳在 9 天前'],
    ['its clock is ahead', 0, day, null],
  ])('%s', (_what, heartbeatAgeSeconds, watched, words) => {
    const what = said({ watchingSince: ago(watched), gauges: { heartbeatAgeSeconds } });
    if (words === null) expect(what).toBeNull();
    else expect(what).toContain(words);
  });
});

describe('when a Weibo token runs out, by the day in Beijing', () => {
  const at = (clock: string, last: string) => said({ weiboTokenExpires: last, gauges: { at: new Date(clock) } });
  it.each([
    ['2026-06-13T15:59:59Z', '2026-06-14', '还有 1 天到期（2026-06-14）'],
    ['2026-06-13T16:00:00Z', '2026-06-14', '今天到期'],
    ['2026-06-14T15:59:59Z', '2026-06-14', '今天到期'],
    ['2026-06-14T16:00:00Z', '2026-06-14', '已在 2026-06-14 到期'],
    ['2026-12-30T08:00:00Z', '2027-01-01', '还有 2 天到期（2027-01-01）'],
    ['2028-02-28T08:00:00Z', '2028-03-01', '还有 2 天到期（2028-03-01）'],
  ])('%s of %s', (clock, last, words) => expect(at(clock, last)).toContain(`微博授权${words}`));
});

describe('many at once', () => {
  const texts = (n: number) => Array.from({ length: n }, (_, i) => `第${i + 1}处。`);
  it.each([
    [1, '第1处。'],
    [3, '第1处。第2处。第3处。'],
    [4, '第1处。第2处。第3处。另有 1 处。'],
    [120, '第1处。第2处。第3处。另有 117 处。'],
  ])('%i times overbooked: three are named', (n, what) => expect(said({ overbooked: texts(n) })).toBe(what));

  it('what has been missed stands before what is still to come, and weighs more than any number of those', () => {
    const open = texts(4).map((text) => ({ missed: false, text }));
    const missed = { missed: true, text: '已错过。' };
    expect(said({ unsigned: [...open, missed] })).toBe('已错过。第1处。第2处。另有 2 条。');
    const measure = (unsigned: { missed: boolean; text: string }[]) =>
      judge(facts({ unsigned }), limits)[0]?.measure ?? 0;
    expect(measure([missed])).toBeGreaterThan(measure(Array.from({ length: 99 }, () => open).flat()));
  });

  it('two years without a table: both are named, the nearer one is to be made first', () => {
    const [alarm] = judge(facts({ workdayTablesMissing: [2027, 2028] }), limits);
    expect(alarm?.what).toContain('2027、2028 年');
    expect(alarm?.advice).toContain('content/workdays/2027.yaml');
  });
});

describe('when one is reminded', () => {
  it.each([
    ['urgent', 14.9, 0],
    ['urgent', 15, 15],
    ['urgent', 59, 15],
    ['urgent', 1439, 720],
    ['urgent', 1440, 1440],
    ['urgent', 2879, 1440],
    ['urgent', 2880, 2880],
    ['ordinary', 1439, 0],
    ['ordinary', 3 * 1440, 3 * 1440],
    ['ordinary', 10 * 1440 - 1, 3 * 1440],
    ['ordinary', 10 * 1440, 10 * 1440],
    ['ordinary', -5, 0],
  ] as const)('%s after %d minutes: the one of minute %d', (urgency, minutes, due) =>
    expect(lastReminder(urgency, minutes)).toBe(due),
  );
});

describe('what goes out', () => {
  const [alarm] = judge(facts({ gauges: { dead: 2 } }), limits);
  const notice = (given: Partial<AlarmNotice> = {}): AlarmNotice => ({
    kind: 'begin',
    id: 'dead',
    title: '推送等人工',
    since: new Date('2026-12-31T16:00:00Z'),
    alarm: alarm ?? null,
    ...given,
  });
  const from = { name: '诚信广元（示例）', link: 'https://admin.example.gov.cn/' };

  it.each([
    ['begin', '告警', '【告警】推送等人工（2027-01-01 00:00 起）'],
    ['worse', '加重', '【加重】推送等人工（2027-01-01 00:00 起）'],
    ['again', '仍未解决', '【仍未解决】推送等人工（2027-01-01 00:00 起）'],
    ['end', '恢复', '【恢复】推送等人工\n2027-01-01 00:00 起的这一问题已经解决。'],
  ] as const)('%s', (kind, word, text) => {
    const made = messageOf([notice({ kind, ...(kind === 'end' ? { alarm: null } : {}) })], from);
    expect(made.subject).toBe(`【诚信广元（示例）】${word}：推送等人工`);
    expect(made.text.startsWith(text)).toBe(true);
    expect(made.text.endsWith('\n\n后台：https://admin.example.gov.cn/\n')).toBe(true);
  });

  it('one message for all of a minute: the subject counts them, each has its own block', () => {
    const made = messageOf([notice(), notice({ kind: 'end', alarm: null }), notice({ kind: 'again' })], from);
    expect(made.subject).toBe('【诚信广元（示例）】告警：推送等人工等 3 项');
    expect(made.text.split('\n\n').map((block) => block.slice(0, 4))).toEqual([
      '【告警】',
      '【恢复】',
      '【仍未解',
      '后台：h',
    ]);
  });
});

describe('what is kept of what was told', () => {
  const told = (given: object = {}): Memory => ({
    dead: { since: noon.toISOString(), toldAt: noon.toISOString(), toldMeasure: 5, title: '推送等人工', ...given },
  });
  const at = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);
  const alarms = (dead: number) => judge(facts({ gauges: { dead } }), limits);
  const kinds = (memory: Memory, dead: number, minutes: number) =>
    advance(memory, alarms(dead), at(minutes)).notices.map(({ kind }) => kind);

  it.each([
    ['more of it, a moment later', 6, 14, []],
    ['more of it, after a while', 6, 15, ['worse']],
    ['less of it', 4, 14, []],
    ['the same for a quarter of an hour', 5, 15, ['again']],
    ['over', 0, 1, ['end']],
    ['the clock was set back', 5, -600, []],
  ] as const)('%s', (_what, dead, minutes, expected) => expect(kinds(told(), dead, minutes)).toEqual(expected));

  it('what nobody could be told of is told when it can be, and forgotten when it is over before', () => {
    const untold = told({ toldAt: null });
    expect(kinds(untold, 5, 600)).toEqual(['begin']);
    const over = advance(untold, [], at(600));
    expect(over).toEqual({ notices: [], seen: {}, told: {} });
  });

  it('less of it is no news, but more than was last told is', () => {
    const { told: after } = advance(told(), alarms(3), at(15));
    expect(after.dead?.toldMeasure).toBe(3);
    expect(kinds(after, 4, 30)).toEqual(['worse']);
  });
});
