import { z } from 'zod';
import { bytesSchema } from '../foreign/bytes.ts';
import type { Job } from '../foreign/job.ts';
import type { LexiconIndex } from './lexicon/index-lexicons.ts';

const text = z.string();

/** Reads a file with everything in it and checks its words. */
export const checkJob = {
  name: 'check-file',
  lane: 'document',
  module: 'cms/checks/run-check.ts',
  request: z.object({
    path: text,
    bytes: bytesSchema,
    options: z.object({
      lexicons: z.custom<LexiconIndex>((value) => value instanceof Map).optional(),
      officeNumbers: z.custom<ReadonlySet<string>>((value) => value instanceof Set).optional(),
    }),
  }),
  answer: z.object({
    file: text,
    blocked: z.boolean(),
    findings: z
      .array(z.object({ rule: text, level: z.enum(['block', 'warn']), at: text, text, mend: text }))
      .max(200_000),
  }),
  limits: { cpuSeconds: 30, memoryMb: 1_500, wallSeconds: 300 },
} satisfies Job<z.ZodType, z.ZodType>;
