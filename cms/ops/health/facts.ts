import type { Gauges } from '../../../campaigns/outbox/journal/gauges.ts';
import type { StepStates } from '../step-state.ts';

/** All by which one says how this process and its deployment are. Null: not known here, which is no fault. */
export interface HealthFacts {
  at: Date;
  /** When this process came up. */
  since: Date;
  /** Whether this process runs the scheduler. */
  schedules: boolean;
  /** Null: the database did not answer in time. */
  gauges: Gauges | null;
  disk: { freeBytes: number } | null;
  /** The last look at every page of the database; `said` in Chinese when it is damaged. */
  integrity: { at: string; said: string | null } | null;
  /** The longest that the event loop stood still within the last minute. */
  loopLagMs: number | null;
  /** Open files, sockets among them, and how many this process may have. */
  handles: { open: number; most: number } | null;
  steps: StepStates;
  /** The last whole backup; null when there has been none. */
  backupAt: Date | null;
  /** Since when there is something to back up. */
  installedAt: Date | null;
  /** Times within a day at which this product's process died and was started again. */
  deaths: readonly { at: string; how: string }[];
}
