import { Solar } from 'lunar-typescript';
import { describe, expect, it } from 'vitest';
import { solarTermDay, solarTerms } from './solar-term.ts';

describe('solar terms', () => {
  it('knows this year’s', () => {
    expect(solarTermDay(2026, '清明')).toBe('2026-04-05');
    expect(solarTermDay(2026, '冬至')).toBe('2026-12-22');
    expect(solarTermDay(2026, '小寒')).toBe('2026-01-05');
  });

  it('agrees with a second library from 2020 to 2040', () => {
    for (let year = 2020; year <= 2040; year += 1) {
      const table = Solar.fromYmd(year, 7, 1).getLunar().getJieQiTable();
      for (const name of solarTerms) {
        // The library's table runs from the winter solstice before; December's terms have latin keys.
        const key = name === '冬至' ? 'DONG_ZHI' : name;
        expect(`${name} ${solarTermDay(year, name)}`).toBe(`${name} ${table[key]?.toYmd()}`);
      }
    }
  });
});
