import { createAlarmMemory } from '../../../cms/ops/alarm-memory.ts';
import { createFactReader } from '../../../cms/ops/read-facts.ts';
import { judgeHealth } from '../../../cms/ops/health/judge.ts';
import { watchLoop } from '../../../cms/ops/health/process-facts.ts';
import { createHealthReader } from '../../../cms/ops/health/read-health.ts';
import { recordAilments } from '../../../cms/ops/health/told.ts';
import type { StepStates } from '../../../cms/ops/step-state.ts';
import type { Clock } from '../../../campaigns/ports/clock.ts';
import { say } from '../../cli/talk.ts';
import type { OpenCms } from '../../compose/open-cms.ts';
import type { Settings } from '../../settings/settings.ts';
import { createOpsDoor, type OpsDoor } from './door.ts';
import { createMailWay } from './mail-way.ts';
import { createMetrics } from './metrics.ts';
import { deathsBefore } from '../supervised.ts';
import { steadyMemory } from './steady-memory.ts';
import { startWatch } from './watch.ts';
import type { Way } from './way.ts';
import { createWebhookWay } from './webhook-way.ts';
import { contentOf } from '../../../cms/content/content.ts';

export interface Ops {
  door: OpsDoor;
  stop(): Promise<void>;
}

export interface OpsOptions {
  /** How the steps of the minute stand, where this process runs them. */
  ownSteps?: () => StepStates;
}

/**
 * What operators see: figures and health on the admin port, alarms by the ways that are configured. Runs with the back
 * office, so that a scheduler in a process of its own is watched from outside.
 */
export async function startOps({ payload, settings }: OpenCms, clock: Clock, { ownSteps }: OpsOptions): Promise<Ops> {
  const since = clock.now();
  const read = createHealthReader({
    payload,
    clock,
    dataDir: settings.DATA_DIR,
    since,
    schedules: ownSteps !== undefined,
    deaths: deathsBefore(),
    loopLagMs: watchLoop(),
    ...(ownSteps ? { ownSteps } : {}),
  });
  const health = async () => {
    const found = judgeHealth(await read());
    await recordAilments(payload, found).catch(() => undefined);
    // The scheduler's silence has a rule of its own, which also holds where it runs elsewhere.
    return found.filter(({ id }) => id !== 'heartbeat');
  };
  const { siteName } = await contentOf(payload).region();
  const stop = startWatch({
    read: createFactReader(payload, {
      clock,
      watchingSince: since,
      holdStarter: settings.CHANNELS === 'live',
      weiboTokenExpires: settings.CHANNELS === 'live' ? (settings.WEIBO_TOKEN_EXPIRES ?? null) : null,
    }),
    health,
    memory: steadyMemory(createAlarmMemory(payload)),
    ways: waysOf(settings),
    thresholds: { unknownMinutes: settings.ALARM_UNKNOWN_MINUTES },
    sender: { name: siteName, link: `${settings.adminUrl}/admin` },
    clock,
    log: (line) => say(`  [告警] ${line}`),
  });
  return {
    door: createOpsDoor({
      metrics: createMetrics(read),
      ailments: async () => judgeHealth(await read()),
      token: settings.METRICS_TOKEN,
    }),
    stop,
  };
}

export function waysOf(
  settings: Pick<Settings, 'ALARM_MAIL_TO' | 'ALARM_WEBHOOK_URL' | 'ALARM_WEBHOOK_FORMAT' | 'SMTP_URL' | 'MAIL_FROM'>,
): Way[] {
  const {
    ALARM_MAIL_TO: to,
    ALARM_WEBHOOK_URL: url,
    ALARM_WEBHOOK_FORMAT: format,
    SMTP_URL: smtpUrl,
    MAIL_FROM: from,
  } = settings;
  return [
    ...(to && smtpUrl && from ? [createMailWay({ smtpUrl, from, to })] : []),
    ...(url ? [createWebhookWay({ url, format })] : []),
  ];
}
