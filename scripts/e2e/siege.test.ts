import { expect, it } from 'vitest';
import { within } from '../../.config/patience.ts';
import { attacks } from '../siege/attack.ts';
import { siege } from '../siege/siege.ts';
import { furnishedInstallation } from './furnished.ts';

/** How fast it stays is measured by `chengxin siege` on a quiet machine; here nothing may be wrong, however slow. */
it(
  'besieged for some forty seconds and killed once: nothing doubled, nothing lost, every page answered, nobody dies by himself',
  async () => {
    const lines: string[] = [];
    const { deaths, doubled, lost, planned, rows, signed, vanished } = await siege({
      seconds: 40,
      kills: 1,
      tell: (line) => lines.push(line),
      staffed: (settings) => furnishedInstallation('staffed', settings),
    });
    expect({ deaths, doubled, lost, vanished }, lines.join('\n')).toEqual({
      deaths: 0,
      doubled: 0,
      lost: 0,
      vanished: [],
    });
    expect(planned).toBeGreaterThan(0);
    expect(signed).toBeGreaterThan(0);
    expect(rows.map(({ id }) => id)).toEqual(['peace', ...attacks.map(({ id }) => id)]);
    for (const { figures, id } of rows) expect(figures.pages.length, id).toBeGreaterThan(0);
  },
  within(900_000),
);
