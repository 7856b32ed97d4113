import { describe, expect, it } from 'vitest';
import { isCitizenId, isDay, isOldId } from './citizen-id.ts';
import { isCreditCode } from './credit-code.ts';
import { passesLuhn } from './luhn.ts';

describe('the arithmetic of numbers', () => {
  // The examples of the standards themselves (GB 11643-1999, GB 32100-2015, ISO/IEC 7812-1).
  it.each(['11010519491231002X', '440524188001010014'])('%s is a citizen ID', (id) => {
    expect(isCitizenId(id)).toBe(true);
    for (let i = 0; i < 18; i += 1) {
      const wrong = id.slice(0, i) + (id[i] === '1' ? '2' : '1') + id.slice(i + 1);
      expect(isCitizenId(wrong)).toBe(false);
    }
  });

  it.each(['91350100M000100Y43', '91110000600037341L', '91440300708461136T'])(
    '%s is a credit code and no ID',
    (code) => {
      expect(isCreditCode(code)).toBe(true);
      expect(isCreditCode(code.replace(/.$/, (c) => (c === '3' ? '4' : '3')))).toBe(false);
      expect(isCitizenId(code)).toBe(false);
    },
  );

  it('knows the days of the calendar', () => {
    expect([
      isDay(2000, 2, 29),
      isDay(1900, 2, 29),
      isDay(2023, 4, 31),
      isDay(2023, 12, 31),
      isDay(2023, 0, 1),
      isDay(1799, 1, 1),
    ]).toEqual([true, false, false, true, false, false]);
    expect([isOldId('510802000229123'), isOldId('510802010229123'), isOldId('990802010228123')]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('passes and fails Luhn', () => {
    expect([passesLuhn('4111111111111111'), passesLuhn('4111111111111112'), passesLuhn('79927398713')]).toEqual([
      true,
      false,
      true,
    ]);
  });
});
