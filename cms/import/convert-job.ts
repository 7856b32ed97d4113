import { z } from 'zod';
import { bytesSchema } from '../foreign/bytes.ts';
import type { Job } from '../foreign/job.ts';
import { isNodeTree } from './node-tree.ts';
import type { OldStory } from './old-story.ts';

const text = z.string();
const told = text.nullable();
const story = z.object({
  title: text,
  summary: told,
  publishedOn: told,
  source: told,
  sourceUrl: told,
  author: told,
  tags: z.array(text),
  notes: z.array(text),
  blocks: z.custom(isNodeTree),
  pictures: z.array(z.object({ ref: text, bytes: bytesSchema.nullable(), alt: text, caption: told })).max(2_000),
});

/** One old file as a story. */
export const convertJob = {
  name: 'convert-old-file',
  lane: 'document',
  module: 'cms/import/run-convert.ts',
  request: z.object({ name: text, bytes: bytesSchema }),
  answer: z.union([
    z.object({ refused: text }),
    z.object({ story: z.custom<OldStory>((value) => story.safeParse(value).success) }),
  ]),
  limits: { cpuSeconds: 60, memoryMb: 1_200, wallSeconds: 600 },
} satisfies Job<z.ZodType, z.ZodType>;
