import { z } from 'zod';
import { bytesSchema } from '../foreign/bytes.ts';
import type { Job } from '../foreign/job.ts';
import { croppedSizes, type RenditionSize } from './rendition-sizes.ts';

const mark = z.object({ json: z.string() }).nullable();
const side = z.number().int().positive();
const limits = { cpuSeconds: 90, memoryMb: 1_400, wallSeconds: 600 };
const refused = z.object({ refused: z.string() });
const format = z.enum(['jpeg', 'png', 'webp', 'gif']);
const sizes = ['inline', ...Object.keys(croppedSizes)] as [RenditionSize, ...RenditionSize[]];

/** An uploaded picture: inspected, and drawn anew without hidden data. */
export const preparePicture = {
  name: 'prepare-picture',
  lane: 'picture',
  module: 'cms/media/run-prepare.ts',
  request: z.object({ bytes: bytesSchema, minSide: side }),
  answer: z.union([
    refused,
    z.object({
      format,
      width: side,
      height: side,
      animated: z.boolean(),
      mark,
      bytes: bytesSchema,
      mime: z.string(),
      ext: z.string(),
      sha256: z.string(),
    }),
  ]),
  limits,
} satisfies Job<z.ZodType, z.ZodType>;

/** All sizes of a cleaned picture. */
export const renderPicture = {
  name: 'render-picture',
  lane: 'picture',
  module: 'cms/media/run-render.ts',
  request: z.object({
    mediaId: z.string(),
    bytes: bytesSchema,
    width: side,
    height: side,
    mark,
    focal: z.object({ x: z.number(), y: z.number() }).nullable(),
  }),
  answer: z.union([
    refused,
    z.array(
      z.object({
        size: z.enum(sizes),
        fileName: z.string(),
        mime: z.string(),
        width: side,
        height: side,
        bytes: z.number(),
        data: bytesSchema,
      }),
    ),
  ]),
  limits,
} satisfies Job<z.ZodType, z.ZodType>;
