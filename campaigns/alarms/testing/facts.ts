import type { Gauges } from '../../outbox/journal/gauges.ts';
import type { Facts } from '../facts.ts';

export const noon = new Date('2026-06-14T12:00:00+08:00');

/** A house in which all is well, an hour after it was opened. */
export function facts(given: Partial<Omit<Facts, 'gauges'>> & { gauges?: Partial<Gauges> } = {}): Facts {
  const { gauges, ...more } = given;
  return {
    watchingSince: new Date(noon.getTime() - 3_600_000),
    overbooked: [],
    unsigned: [],
    weiboTokenExpires: null,
    workdayTablesMissing: [],
    unread: [],
    ...more,
    gauges: {
      at: noon,
      unclaimed: 0,
      overdue: 0,
      overdueOldestSeconds: null,
      claimed: 0,
      waiting: 0,
      unknown: 0,
      unknownOldestSeconds: null,
      goneLater: 0,
      refused: 0,
      dead: 0,
      pendingNext24h: 4,
      recallsOpen: 0,
      recallsOverdue: 0,
      heartbeatAgeSeconds: 20,
      ...gauges,
    },
  };
}
