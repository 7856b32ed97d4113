import type { z } from 'zod';
import type { Job, LaneName } from './job.ts';
import { Lane } from './lane.ts';
import { ForeignRefused } from './refused.ts';

/** The admin is built in bundles, each with modules of its own: the lanes are the process's, not the module's. */
const lanes = ((globalThis as { [key: symbol]: Map<LaneName, Lane> | undefined })[Symbol.for('chengxin.foreign')] ??=
  new Map<LaneName, Lane>());

/** `readApart`, or what does the same for some of the questions. */
export type ReadApart = <I extends z.ZodType, A extends z.ZodType>(
  job: Job<I, A>,
  input: z.input<I>,
) => Promise<z.output<A>>;

/**
 * Reads bytes from outside in a process of its own, so that no file can end, freeze or fill the product.
 * @returns the job's answer, checked against its schema
 * @throws ForeignRefused with one Chinese sentence when the process died, ran out of its limits, or the lane is full
 */
export async function readApart<I extends z.ZodType, A extends z.ZodType>(
  job: Job<I, A>,
  input: z.input<I>,
): Promise<z.output<A>> {
  const lane = lanes.get(job.lane) ?? new Lane();
  lanes.set(job.lane, lane);
  const answer = job.answer.safeParse(await lane.run(job.module, job.request.parse(input), job.limits));
  if (!answer.success) throw new ForeignRefused('failed', { cause: answer.error });
  return answer.data;
}
