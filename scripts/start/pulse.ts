import type { Payload } from 'payload';

export interface Pulse {
  /** True while the database does not answer: whoever would wait for it is told so at once instead. */
  away(): boolean;
  stop(): void;
}

export interface PulseOptions {
  /** Milliseconds between two questions. */
  every?: number;
  /** How long an answer may take, in milliseconds. Within 2 s of the end of the database everybody is told. */
  patience?: number;
}

/**
 * Keeps asking the database whether it is there, one question at a time. A process that was itself too busy to hear the
 * answer in time does not take the database for gone.
 * @param ask settles when the database has answered
 */
export function startPulse(ask: () => Promise<unknown>, { every = 500, patience = 1_000 }: PulseOptions = {}): Pulse {
  let isAway = false;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const beat = async (): Promise<void> => {
    const from = performance.now();
    const late = setTimeout(() => {
      // The timer itself came late: it was this process that stood still.
      if (performance.now() - from < patience * 2) isAway = true;
    }, patience);
    try {
      await ask();
      isAway = false;
    } catch {
      isAway = true;
    } finally {
      clearTimeout(late);
    }
    if (stopped) return;
    timer = setTimeout(() => void beat(), every);
    timer.unref();
  };
  void beat();
  return {
    away: () => isAway,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

/** The pulse of this installation's database; SQLite is in the process and never away. */
export function pulseOf(payload: Payload): Pulse {
  const { connection } = payload.db as typeof payload.db & {
    connection?: { db?: { command(what: object): Promise<unknown> } };
  };
  if (payload.db.name !== 'mongoose' || !connection) return { away: () => false, stop: () => undefined };
  return startPulse(async () => connection.db?.command({ ping: 1 }));
}
