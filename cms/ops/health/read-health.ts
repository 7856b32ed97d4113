import type { Payload } from 'payload';
import type { Clock } from '../../../campaigns/ports/clock.ts';
import { readGauges } from '../read-gauges.ts';
import { readSteps } from '../step-memory.ts';
import type { StepStates } from '../step-state.ts';
import type { HealthFacts } from './facts.ts';
import { readIntegrity } from './integrity.ts';
import { diskOf, handlesNow, installedAt, lastBackup } from './process-facts.ts';

export interface HealthSources {
  payload: Payload;
  clock: Clock;
  dataDir: string;
  since: Date;
  schedules: boolean;
  deaths: HealthFacts['deaths'];
  loopLagMs: () => number | null;
  /** How the steps stand in this process, when it runs them: true even while the database is away. */
  ownSteps?: () => StepStates;
  /** How long the database may take to answer. */
  patienceMs?: number;
}

/**
 * Reads the facts, in bounded time whatever the database does. Readers that ask at the same time, or while an earlier
 * question still hangs, share it: a database that is away does not collect questions.
 */
export function createHealthReader({
  payload,
  clock,
  dataDir,
  since,
  schedules,
  deaths,
  loopLagMs,
  ownSteps,
  patienceMs = 2000,
}: HealthSources): () => Promise<HealthFacts> {
  type Asked = [Awaited<ReturnType<typeof readGauges>>, StepStates, HealthFacts['integrity']];
  let asking: Promise<Asked> | null = null;
  const ask = () =>
    (asking ??= Promise.all([readGauges(payload, clock), readSteps(payload), readIntegrity(payload)]).finally(() => {
      asking = null;
    }));
  return async () => {
    const [answer, disk, handles, backupAt, installed] = await Promise.all([
      within(ask(), patienceMs),
      diskOf(dataDir),
      handlesNow(),
      lastBackup(dataDir),
      installedAt(dataDir),
    ]);
    const [gauges, steps, integrity] = answer ?? [null, {}, null];
    const own = ownSteps?.() ?? {};
    return {
      at: clock.now(),
      since,
      schedules,
      gauges,
      disk,
      handles,
      backupAt,
      integrity,
      deaths,
      loopLagMs: loopLagMs(),
      installedAt: installed,
      steps: Object.keys(own).length > 0 ? own : steps,
    };
  };
}

/** Null when it fails or takes longer. */
async function within<T>(work: Promise<T>, ms: number): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, ms, null);
  });
  const answer = await Promise.race([work.catch(() => null), late]);
  clearTimeout(timer);
  return answer;
}
