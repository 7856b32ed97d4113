import { createHealthGauges } from './health-gauges.ts';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Gauges } from '../../../campaigns/outbox/journal/gauges.ts';
import type { HealthFacts } from '../../../cms/ops/health/facts.ts';
import { judgeHealth } from '../../../cms/ops/health/judge.ts';

export interface Metrics {
  contentType: string;
  /** The text format of Prometheus. Never rejects: what cannot be read is told by `chengxin_database_up 0`. */
  text(): Promise<string>;
}

/** Figures of one name each; the help texts are for whoever builds a dashboard. */
const single: readonly (readonly [name: string, help: string, of: (g: Gauges) => number])[] = [
  ['chengxin_deliveries_due_unclaimed', 'Deliveries that are due now with nobody at them.', (g) => g.unclaimed],
  ['chengxin_deliveries_overdue', 'Deliveries due for more than 60 seconds with nobody at them.', (g) => g.overdue],
  [
    'chengxin_deliveries_overdue_oldest_seconds',
    'How long the oldest overdue delivery has been due; 0 when there is none.',
    (g) => g.overdueOldestSeconds ?? 0,
  ],
  [
    'chengxin_deliveries_unknown_oldest_seconds',
    'Time since the oldest send of which nobody knows whether it is out; 0 when there is none.',
    (g) => g.unknownOldestSeconds ?? 0,
  ],
  [
    'chengxin_deliveries_pending_next_24h',
    'Deliveries still to go out within the next 24 hours.',
    (g) => g.pendingNext24h,
  ],
  [
    'chengxin_deliveries_gone_later',
    'Copies that were out and were deleted or banned on the platform, not yet settled.',
    (g) => g.goneLater,
  ],
  ['chengxin_recalls_open', 'Copies that are to be taken back or put right and are not yet.', (g) => g.recallsOpen],
  ['chengxin_recalls_overdue', 'Of these, copies whose deadline has passed.', (g) => g.recallsOverdue],
  [
    'chengxin_scheduler_heartbeat_age_seconds',
    'Time since any scheduler of this deployment last finished planning; +Inf when none ever has.',
    (g) => g.heartbeatAgeSeconds ?? Infinity,
  ],
];
const states = [
  ['claimed', (g: Gauges) => g.claimed],
  ['sent', (g: Gauges) => g.waiting],
  ['unknown', (g: Gauges) => g.unknown],
  ['refused', (g: Gauges) => g.refused],
  ['dead', (g: Gauges) => g.dead],
] as const;

/** @param read all facts at this moment; readers that ask at the same time share one reading */
export function createMetrics(read: () => Promise<HealthFacts>): Metrics {
  // A registry of its own: the library's global one belongs to nobody.
  const register = new Registry();
  collectDefaultMetrics({ register });
  const up = new Gauge({
    name: 'chengxin_database_up',
    help: '1 when the database answered this reading, else 0.',
    registers: [register],
  });
  const byState = new Gauge({
    name: 'chengxin_deliveries',
    help: 'Open deliveries by state.',
    labelNames: ['state'],
    registers: [register],
  });
  const gauges = single.map(([name, help, of]) => ({ of, gauge: new Gauge({ name, help, registers: [register] }) }));

  const health = createHealthGauges(register);
  const take = async () => {
    try {
      const facts = await read();
      health(facts, judgeHealth(facts));
      const figures = facts.gauges;
      if (!figures) throw new Error('the database did not answer');
      for (const { of, gauge } of gauges) gauge.set(of(figures));
      for (const [state, of] of states) byState.set({ state }, of(figures));
      up.set(1);
    } catch {
      // Old figures would look like fresh ones.
      for (const { gauge } of gauges) gauge.set(Number.NaN);
      byState.reset();
      up.set(0);
    }
    return register.metrics();
  };
  let taking: Promise<string> | null = null;
  return {
    contentType: register.contentType,
    text: () =>
      (taking ??= take().finally(() => {
        taking = null;
      })),
  };
}
