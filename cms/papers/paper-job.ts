import { z } from 'zod';
import { bytesSchema } from '../foreign/bytes.ts';
import type { Job } from '../foreign/job.ts';

/** A consent paper, inspected. */
export const paperJob = {
  name: 'inspect-paper',
  lane: 'picture',
  module: 'cms/papers/run-paper.ts',
  request: z.object({ bytes: bytesSchema }),
  answer: z.union([
    z.object({ refused: z.string() }),
    z.object({ bytes: bytesSchema, mime: z.string(), ext: z.enum(['pdf', 'jpg', 'png']) }),
  ]),
  limits: { cpuSeconds: 60, memoryMb: 1_400, wallSeconds: 600 },
} satisfies Job<z.ZodType, z.ZodType>;
