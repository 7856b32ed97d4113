import { silentAfterSeconds } from '../../../campaigns/alarms/rules.ts';
import type { Gauges } from '../../../campaigns/outbox/gauges.ts';

export interface AilmentOptions {
  read(): Promise<Gauges>;
  /** When this process came up: the first heartbeat may take its time. */
  since: Date;
  /** Whether this process runs the scheduler: another process's silence is no reason to restart this one. */
  schedules: boolean;
}

/** What makes this process unfit, for `/healthz`; null when nothing does. */
export async function ailment({ read, since, schedules }: AilmentOptions): Promise<string | null> {
  let figures: Gauges;
  try {
    figures = await read();
  } catch {
    return '数据库没有回应。';
  }
  if (!schedules) return null;
  const up = (figures.at.getTime() - since.getTime()) / 1000;
  const silent = Math.min(up, figures.heartbeatAgeSeconds ?? up);
  return silent > silentAfterSeconds ? `推送调度已有 ${Math.round(silent)} 秒没有心跳。` : null;
}
