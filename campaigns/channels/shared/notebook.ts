import type { Progress } from '../../ports/delivery.ts';
import type { SendJob } from '../channel.ts';

/** What one delivery has learned, kept in memory and in the store at once. */
export interface Notebook {
  text(key: string): string | null;
  number(key: string): number | null;
  flag(key: string): boolean;
  /** Merges and persists; the full progress is recorded every time, a forgotten key is written as null. */
  write(patch: Progress): Promise<void>;
}

/** Opens the progress of a job. `write` must be awaited before and after each outside mutation. */
export function openNotebook(job: SendJob): Notebook {
  let progress: Progress = { ...job.progress };
  const read = (key: string) => progress[key] ?? null;
  return {
    text: (key) => {
      const value = read(key);
      return typeof value === 'string' && value !== '' ? value : null;
    },
    number: (key) => {
      const value = read(key);
      return typeof value === 'number' ? value : null;
    },
    flag: (key) => read(key) === true,
    write: async (patch) => {
      progress = { ...progress, ...patch };
      await job.record({ ...progress });
    },
  };
}
