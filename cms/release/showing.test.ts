import { describe, expect, it } from 'vitest';
import { addDays } from '../../campaigns/calendar/civil-day.ts';
import { createRandom } from '../../campaigns/calendar/testing/random.ts';
import { endInstant, endText, firstShownAt, isAhead, isShowingEnd, showingOf } from './showing.ts';

const at = (text: string) => new Date(`${text}+08:00`);

describe('an end', () => {
  it.each([
    ['2027-03-15T09:00', '2027-03-15T09:00:00'],
    ['2027-03-15', '2027-03-15T00:00:00'],
  ])('%s comes at that moment of China’s clock, and not a millisecond earlier', (end, moment) => {
    const instant = at(moment);
    expect(endInstant(end)).toEqual(instant);
    expect(end <= endText(new Date(instant.getTime() - 1))).toBe(false);
    expect(end <= endText(instant)).toBe(true);
  });

  it('sorts as text among days and minutes as it does in time', () => {
    const random = createRandom(7);
    const ends = Array.from({ length: 200 }, () => {
      const day = addDays('2027-02-26', random.int(0, 5));
      return random.chance(0.4) ? day : `${day}T${random.pick(['00:01', '09:00', '12:30', '23:59'])}`;
    });
    const inTime = ends.toSorted((a, b) => endInstant(a).getTime() - endInstant(b).getTime());
    expect(ends.toSorted().map((end) => endInstant(end).getTime())).toEqual(
      inTime.map((end) => endInstant(end).getTime()),
    );
    for (const end of ends.filter(isShowingEnd)) expect(endText(endInstant(end))).toBe(end);
  });
});

describe('a beginning', () => {
  const from = at('2027-03-15T09:00:00');
  it('is ahead until its instant; what is none never comes', () => {
    expect(isAhead(from.toISOString(), new Date(from.getTime() - 1))).toBe(true);
    expect(isAhead(from.toISOString(), from)).toBe(false);
    for (const broken of [null, undefined, '', '不对']) expect(isAhead(broken, from)).toBe(true);
  });

  it('is read from what was signed', () => {
    expect(showingOf({ showFrom: from.toISOString(), showUntil: null })).toEqual({ from, until: null });
    expect(showingOf({})).toEqual({ from: null, until: null });
  });
});

describe('when a story could first be read', () => {
  const signed = (signedAt: string, showFrom?: string) => ({
    signedAt: at(signedAt).toISOString(),
    showFrom: showFrom ? at(showFrom).toISOString() : null,
  });
  it.each([
    ['signed, at once', [signed('2027-03-01T09:00')], '2027-03-01T09:00'],
    ['signed again later', [signed('2027-03-01T09:00'), signed('2027-03-05T09:00')], '2027-03-01T09:00'],
    ['signed for later', [signed('2027-03-01T09:00', '2027-03-15T09:00')], '2027-03-15T09:00'],
    [
      'signed for later, and brought forward before that',
      [signed('2027-03-01T09:00', '2027-03-15T09:00'), signed('2027-03-01T09:00', '2027-03-03T10:00')],
      '2027-03-03T10:00',
    ],
    [
      'signed for later, and a new version at once before that',
      [signed('2027-03-01T09:00', '2027-03-15T09:00'), signed('2027-03-05T09:00')],
      '2027-03-05T09:00',
    ],
    [
      'signed for later, taken back before that, and signed again after it',
      [
        { ...signed('2027-03-01T09:00', '2027-03-15T09:00'), takenBackAt: at('2027-03-10T09:00').toISOString() },
        signed('2027-03-20T09:00'),
      ],
      '2027-03-20T09:00',
    ],
    [
      'come, taken back, and signed again',
      [
        { ...signed('2027-03-01T09:00'), takenBackAt: at('2027-03-10T09:00').toISOString() },
        signed('2027-03-20T09:00'),
      ],
      '2027-03-01T09:00',
    ],
    [
      'come, and signed again afterwards',
      [signed('2027-03-01T09:00', '2027-03-15T09:00'), signed('2027-03-20T09:00')],
      '2027-03-15T09:00',
    ],
  ])('%s', (_, releases, first) => {
    expect(firstShownAt(releases)).toBe(at(first).toISOString());
  });
});
