import type { z } from 'zod';

/** What one job may cost before its process is ended. */
export interface Limits {
  /** Seconds of processor time: fair on a busy machine too. */
  cpuSeconds: number;
  /** Resident memory of the process, MiB; what native libraries take counts. */
  memoryMb: number;
  /** Seconds on the wall: the last resort against a process that hangs without working. */
  wallSeconds: number;
}

/** Jobs of one lane run one after another in one process: two large pictures never stand in memory together. */
export type LaneName = 'picture' | 'document';

/**
 * One kind of reading that is done apart, in a process of its own: bytes from outside in, plain data out. Whoever needs it
 * declares it beside its reader; this room knows none of them.
 */
export interface Job<I extends z.ZodType, A extends z.ZodType> {
  name: string;
  lane: LaneName;
  /** From the repository root: the module whose default export is `answering(job, …)`; loaded only in the process apart. */
  module: string;
  /** Structured-clone data: no functions. Checked where it is asked and where it is answered. */
  request: I;
  answer: A;
  limits: Limits;
}

/** The ready answerer of a module that runs apart: checks what came, then reads. */
export const answering =
  <I extends z.ZodType, A extends z.ZodType>(
    job: Job<I, A>,
    read: (input: z.output<I>) => Promise<z.input<A>> | z.input<A>,
  ) =>
  async (input: unknown): Promise<unknown> =>
    read(await job.request.parseAsync(input));
