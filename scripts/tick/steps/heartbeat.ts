import { recordHeartbeat } from '../../../cms/ops/heartbeat.ts';
import type { StepParts } from '../parts.ts';
import type { Step } from '../step.ts';

/** Somebody is at the wheel: the minute has come to here. What of it failed, its own steps say. */
export const heartbeatStep = ({ payload }: Pick<StepParts, 'payload'>): Step => ({
  name: 'heartbeat',
  title: '心跳',
  advice: '请看数据库能不能写。',
  patienceMs: 10_000,
  run: (now) => recordHeartbeat(payload, now),
});
