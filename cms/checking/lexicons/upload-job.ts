import { z } from 'zod';
import { lexiconSchema } from '../../checks/lexicon/lexicon.ts';
import { bytesSchema } from '../../foreign/bytes.ts';
import type { Job } from '../../foreign/job.ts';

/** A word list out of an uploaded file. */
export const uploadJob = {
  name: 'read-lexicon',
  lane: 'document',
  module: 'cms/checking/lexicons/run-upload.ts',
  request: z.object({ bytes: bytesSchema, file: z.string(), head: z.record(z.string(), z.unknown()) }),
  answer: z.union([z.object({ lexicon: lexiconSchema }), z.object({ file: z.string(), refused: z.string() })]),
  limits: { cpuSeconds: 30, memoryMb: 1_000, wallSeconds: 300 },
} satisfies Job<z.ZodType, z.ZodType>;
