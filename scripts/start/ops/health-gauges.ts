import { Gauge, type Registry } from 'prom-client';
import type { HealthFacts } from '../../../cms/ops/health/facts.ts';
import type { Ailment } from '../../../cms/ops/health/judge.ts';

const seconds = (at: string | Date | null | undefined): number => (at ? new Date(at).getTime() / 1000 : Number.NaN);

/** Figures of the machine, the process and the steps of the minute. @returns how to set them anew */
export function createHealthGauges(register: Registry): (facts: HealthFacts, ailments: readonly Ailment[]) => void {
  const registers = [register];
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers });
  const degraded = gauge('chengxin_degraded', '1 when somebody must act, else 0; /healthz says why.');
  const disk = gauge('chengxin_disk_free_bytes', 'Free space where the data lies.');
  const lag = gauge(
    'chengxin_event_loop_longest_lag_seconds',
    'The longest that the process answered nobody within the last minute or two.',
  );
  const open = gauge('chengxin_open_handles', 'Open files and sockets of this process.');
  const most = gauge('chengxin_open_handles_limit', 'How many it may have.');
  const backup = gauge(
    'chengxin_last_backup_timestamp_seconds',
    'When the last whole backup was made; NaN when there has been none.',
  );
  const sound = gauge(
    'chengxin_database_integrity_ok',
    '1 when the last look at every page of the database found it whole; NaN before the first.',
  );
  const restarts = gauge('chengxin_restarts_24h', 'Times within 24 hours that the process died and was started again.');
  const labelNames = ['step'] as const;
  const success = new Gauge({
    name: 'chengxin_step_last_success_timestamp_seconds',
    help: 'When a step of the minute last went through.',
    labelNames,
    registers,
  });
  const failing = new Gauge({
    name: 'chengxin_step_failing',
    help: '1 while a step of the minute fails or hangs.',
    labelNames,
    registers,
  });
  const stuck = new Gauge({
    name: 'chengxin_stuck_items',
    help: 'Items that a step of the minute cannot deal with.',
    labelNames,
    registers,
  });
  return (facts, ailments) => {
    degraded.set(ailments.length > 0 ? 1 : 0);
    disk.set(facts.disk?.freeBytes ?? Number.NaN);
    lag.set((facts.loopLagMs ?? Number.NaN) / 1000);
    open.set(facts.handles?.open ?? Number.NaN);
    most.set(facts.handles?.most ?? Number.NaN);
    backup.set(seconds(facts.backupAt));
    sound.set(facts.integrity ? Number(facts.integrity.said === null) : Number.NaN);
    restarts.set(facts.deaths.length);
    for (const one of [success, failing, stuck]) one.reset();
    for (const [step, state] of Object.entries(facts.steps)) {
      success.set({ step }, state.lastSuccess ? seconds(state.lastSuccess) : 0);
      failing.set({ step }, state.failing ? 1 : 0);
      stuck.set({ step }, state.stuck.length);
    }
  };
}
