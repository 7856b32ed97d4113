import { z } from 'zod';
import { instant } from '../columns/instant.ts';
import { valueDoor } from '../columns/value-door.ts';
import { correctionSchema, lessonFactsSchema, pictureSchema, roleModelFactsSchema } from '../story/facts-schema.ts';

/** What catalogues say of a package without building it. */
export const packageFactsSchema = z.object({
  bytes: z.number(),
  sha256: z.string(),
  /** Length in bytes, sha256 in hex. */
  files: z.array(z.object({ name: z.string(), bytes: z.number(), sha256: z.string() })),
});

/** What lists show of a story, kept on its publication so that no list needs a second query. */
export const publicationCardSchema = z.object({
  picture: pictureSchema.nullable(),
  roleModel: roleModelFactsSchema.nullable(),
  tags: z.array(z.string()),
  /** Invented for the starter content: its source says 示例. Absent in older rows. */
  example: z.boolean().optional(),
  /** The day on which a named case goes; absent: it names nobody. */
  namedUntil: z.string().optional(),
  lesson: lessonFactsSchema.nullable(),
  /** Whom a lesson is by; absent in older rows. */
  author: z.string().optional(),
  source: z.string().optional(),
  package: packageFactsSchema.nullable(),
  corrections: z.array(correctionSchema),
  /** When the newest correction beside the release was entered or agreed to; null or absent: none. */
  correctedAt: instant.nullish(),
  /** How many corrections wait for a second person; absent: none. */
  correcting: z.number().optional(),
  version: z.number(),
  hash: z.string(),
});

/** `publications.card`. */
export const cardDoor = valueDoor('card', { label: '公开记录里的卡片', schema: publicationCardSchema });

/** The end alone: what must go, goes, also when the rest of its card cannot be read. */
export const cardEndDoor = valueDoor('card', {
  label: '公开记录里的卡片',
  schema: publicationCardSchema.pick({ namedUntil: true }),
});
