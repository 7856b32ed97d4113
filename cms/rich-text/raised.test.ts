import { expect, it } from 'vitest';
import { createRandom } from '../../campaigns/calendar/testing/random.ts';
import { raised } from './raised.ts';

const letters = {
  super: '0123456789+-=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW',
  sub: '0123456789+-=()aehijklmnoprstuvx',
} as const;

it.each(['super', 'sub'] as const)(
  'what Unicode has small (%s) becomes small, and is the same when it is set large again',
  (how) => {
    const random = createRandom(how.length);
    for (let n = 0; n < 300; n += 1) {
      const text = Array.from({ length: random.int(1, 6) }, () => random.pick([...letters[how]])).join('');
      const small = raised(text, how);
      expect(small.exact).toBe(true);
      expect([...small.text].some((sign) => text.includes(sign))).toBe(false);
      expect(small.text.normalize('NFKC').replaceAll('−', '-')).toBe(text);
      expect(
        raised([...text].map((sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).join(''), how).exact,
      ).toBe(true);
    }
  },
);

it('what it has not small stays readable and is told to somebody', () => {
  expect(raised('Q', 'sub')).toEqual({ text: '_Q', exact: false });
  expect(raised('ab Q', 'super')).toEqual({ text: '[ab Q]', exact: false });
  expect(raised('aQ', 'super')).toEqual({ text: '^(aQ)', exact: false });
  expect(raised('注', 'super')).toEqual({ text: '[注]', exact: false });
  expect(raised('一句很长很长很长很长的话', 'super')).toEqual({ text: '[一句很长很长很长很长的话]', exact: false });
  expect(raised('一句很长很长很长很长很长的话', 'super')).toEqual({
    text: '一句很长很长很长很长很长的话',
    exact: false,
  });
});

it.each(['®', '[1]', '〔2〕', '①', '°', '*'])('“%s” means the same wherever it stands', (sign) =>
  expect(raised(sign, 'super')).toEqual({ text: sign, exact: true }),
);

it('signs of a replacement are no commands', () => expect(raised('$&', 'sub').text).toContain('$&'));
