import type { Field } from 'payload';
import { describe, expect, test } from 'vitest';
import { day, daysAway, sitePath, slug, timeOfDay, webAddress, whole } from './own-words.ts';

/** What a field says to a value: true, or a sentence. */
const says = (field: Field, value: unknown, siblingData: object = {}): unknown =>
  (field as unknown as { validate: (value: unknown, options: object) => unknown }).validate(value, { siblingData });
const whenBad = (sentence: string) => (value: unknown) => sentence.replace('…', String(value));

describe('a day', () => {
  const optional = day('on', '日期');
  test.each(['2026-06-14', '2028-02-29', '2000-01-01', '', null, undefined])('%j may be one, or be left out', (value) =>
    expect(says(optional, value)).toBe(true),
  );
  test.each([
    '2026-02-29',
    '2026-13-01',
    '2026-6-14',
    '20260614',
    '2026-06-14T00:00',
    ' 2026-06-14',
    '２０２６-06-14',
    '今天',
    '2026-06-31',
    '10000-01-01',
  ])('%j is none', (value) =>
    expect(says(optional, value)).toBe(whenBad('日期“…”不对：请写成 2026-06-14 这样，并且真有这一天。')(value)),
  );
  test.each(['', null, undefined])('%j is asked for where one must be', (value) =>
    expect(says(day('on', '日期', { required: true }), value)).toBe('请填写日期，写成 2026-06-14 这样。'),
  );
});

describe('a time', () => {
  const time = timeOfDay('time', '时刻', '09:00');
  test.each(['00:00', '09:05', '23:59'])('%j is one', (value) => expect(says(time, value)).toBe(true));
  test.each(['24:00', '9:00', '09:60', '09:00:00', '0900', '', '09：00', '九点'])('%j is none', (value) =>
    expect(says(time, value)).toBe(whenBad('时刻“…”不对：请写成 09:00 这样的 24 小时制时分。')(value)),
  );
});

describe('a whole number', () => {
  const number = whole('n', '件数', { min: 0, max: 10 });
  test.each([0, 10, -0, null, undefined, ''])('%j may stand', (value) => expect(says(number, value)).toBe(true));
  test.each([-1, 11, 1.5, NaN, Infinity, '3', [], {}, true])('%j may not', (value) =>
    expect(says(number, value)).toBe(whenBad('件数“…”不对：请写整数，从0到10。')(value)),
  );
  test('days from an occasion are asked for, and 0 is an answer', () => {
    expect([says(daysAway('d', '天数'), 0), says(daysAway('d', '天数'), null)]).toEqual([true, '请填写天数。']);
    expect([says(daysAway('d', '天数'), -400), says(daysAway('d', '天数'), 401)]).toEqual([
      true,
      '天数“401”不对：请写整数，从-400到400。',
    ]);
  });
  test('its neighbours are asked only of a number that is one', () => {
    const judged = whole('n', '件数', {
      min: 0,
      max: 10,
      judge: (value, { least }) => (value < Number(least) ? '太少。' : null),
    });
    expect([says(judged, 3, { least: 5 }), says(judged, 5, { least: 5 }), says(judged, 11, { least: 99 })]).toEqual([
      '太少。',
      true,
      '件数“11”不对：请写整数，从0到10。',
    ]);
  });
});

describe('addresses', () => {
  test.each(['https://a.example', 'http://a.example/x?y=1#z', '', null])('%j may be followed', (value) =>
    expect(says(webAddress('url', '网址'), value)).toBe(true),
  );
  test.each([
    'a.example',
    'ftp://a.example',
    'javascript:alert(1)',
    ' https://a.example',
    'https://a example',
    'HTTPS//a',
    '//a.example',
    'https://',
  ])('%j may not', (value) =>
    expect(says(webAddress('url', '网址'), value)).toBe('网址要写完整网址，以 https:// 开头。'),
  );
  test.each(['/', '/year/2027/315/', '/s/3#x'])('%j is a page of this site', (value) =>
    expect(says(sitePath('path', '路径'), value)).toBe(true),
  );
  test.each(['', 'year', '//evil.example', '/\\evil.example', '/a b', 'https://a.example', null])(
    '%j is none',
    (value) =>
      expect(says(sitePath('path', '路径'), value)).toBe(
        `路径“${value ?? ''}”不对：请写本站的路径，以一个 / 开头，例如 /year/2027/315/。`,
      ),
  );
  test.each(['a', 'credit-record-day', '315', 'a-1'])('%j is a short name', (value) =>
    expect(says(slug(''), value)).toBe(true),
  );
  test.each(['', '-a', 'a-', 'a--b', 'A', 'ä', 'a_b', 'a b', '节', null])('%j is none', (value) =>
    expect(says(slug(''), value)).toBe('网址短名只能用小写字母、数字和短横线，例如 credit-record-day。'),
  );
});
