import { systemClock } from '../../campaigns/ports/clock.ts';
import { judgeHealth } from '../../cms/ops/health/judge.ts';
import { createHealthReader } from '../../cms/ops/health/read-health.ts';
import { readAilments } from '../../cms/ops/health/told.ts';
import type { OpenCms } from '../compose/open-cms.ts';
import { fail, ok, warn, type Finding } from './finding.ts';

/** The same facts and the same judgement as `/healthz`, asked from outside the running product. */
export async function checkHealth({ payload, settings }: OpenCms): Promise<Finding[]> {
  const since = systemClock.now();
  const facts = await createHealthReader({
    payload,
    clock: systemClock,
    dataDir: settings.DATA_DIR,
    since,
    schedules: false,
    deaths: [],
    loopLagMs: () => null,
    patienceMs: 10_000,
  })();
  // What only the running process knows of itself (restarts, slowness), as it told it last.
  const own = (await readAilments(payload)).filter(({ id }) => ['restarts', 'loop', 'handles'].includes(id));
  const found = [...judgeHealth(facts).filter(({ id }) => id !== 'disk'), ...own];
  if (found.length === 0) return [ok('运行情况', '各步都正常')];
  return found.map(({ advice, title, urgency, what }) =>
    (urgency === 'urgent' ? fail : warn)(title, `${what}${advice}`),
  );
}
