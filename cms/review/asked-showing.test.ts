import { describe, expect, it } from 'vitest';
import { instantOf } from '../../campaigns/calendar/civil-day.ts';
import { readActBody } from './act-body.ts';
import { showingProblem } from './asked-showing.ts';

const now = instantOf('2027-03-01', '10:00');
const at = (day: string, time = '09:00') => instantOf(day, time);
const facts = { now, unseen: true, periodEnd: null };

describe('上线时间 as it is sent', () => {
  it('is a minute by China’s clock; empty means at once, for ever, and what is not sent is not decided', () => {
    expect(readActBody('sign', {})).toStrictEqual({ note: '', showing: { from: undefined, until: undefined } });
    expect(readActBody('sign', { showFrom: '', showUntil: null })).toMatchObject({
      showing: { from: null, until: null },
    });
    expect(
      readActBody('reschedule', { note: '等', showFrom: '2027-03-15T09:00', showUntil: '2027-03-22T17:30' }),
    ).toEqual({ note: '等', showing: { from: at('2027-03-15'), until: at('2027-03-22', '17:30') } });
  });

  it.each([
    '2027-03-15',
    '2027-02-30T09:00',
    '2027-03-15T9:00',
    '2027-03-15T24:00',
    '2027-03-15T09:00:30',
    '明天',
    5,
    {},
    [],
  ])('%j is refused in one sentence', (showFrom) => {
    expect(readActBody('sign', { showFrom })).toMatch(/^定时上线请写成[^。]+。$/);
    expect(readActBody('sign', { showUntil: showFrom })).toMatch(/^定时下线请写成[^。]+。$/);
  });

  it('is no matter of other acts', () => {
    expect(readActBody('approve-first', { showFrom: '2027-03-15T09:00' })).toContain('只收一个字段');
  });
});

describe('上线时间 as it is chosen', () => {
  const ask = (from: Date | null, until: Date | null, more: Partial<typeof facts> = {}) =>
    showingProblem({ from, until }, { ...facts, ...more });

  it.each([
    ['at once', null, null, {}],
    ['a minute ahead', new Date(now.getTime() + 60_000), null, {}],
    ['with an end', at('2027-03-15'), at('2027-03-22'), {}],
    ['an end alone', null, at('2027-03-22'), { unseen: false }],
  ])('%s is as good as any', (_, from, until, more) => expect(ask(from, until, more)).toBeNull());

  it.each([
    ['this very minute', now, null, {}, '已经过去'],
    ['last year', at('2026-03-15'), null, {}, '已经过去'],
    ['a slip of the year', at('2072-03-15'), null, {}, '核对年份'],
    ['an end that is over', null, now, {}, '定时下线的时间已经过去'],
    ['an end before the beginning', at('2027-03-15'), at('2027-03-14'), {}, '要在定时上线之后'],
    ['an end at the beginning', at('2027-03-15'), at('2027-03-15'), {}, '要在定时上线之后'],
    ['what was public', at('2027-03-15'), null, { unseen: false }, '已经公开过'],
    [
      'a name whose period is over by then',
      at('2027-03-15'),
      null,
      { periodEnd: '2027-03-15' as string | null },
      '公示期已经满了',
    ],
  ])('not %s', (_, from, until, more, sentence) => {
    expect(ask(from, until, more as Partial<typeof facts>)).toContain(sentence);
  });
});
