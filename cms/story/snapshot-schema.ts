import { z } from 'zod';
import { portraitSchema } from '../media/portrait-schema.ts';
import { renditionSchema } from '../media/rendition-door.ts';
import { answerSchema } from './answer.ts';
import { keptShape } from './fields/derive.ts';
import { ownFacts } from './fields/own.ts';
import {
  caseStepsSchema,
  correctionSchema,
  lessonFactsSchema,
  namedFactsSchema,
  roleModelFactsSchema,
} from './facts-schema.ts';

const text = z.string();
const textOrNull = z.string().nullable();

/** A picture as it was when the story was signed; a `ReleaseImage` of the channels and more. */
export const releasePictureSchema = z.object({
  id: text,
  alt: text,
  caption: textOrNull,
  fileName: text,
  mime: text,
  width: z.number(),
  height: z.number(),
  credit: textOrNull,
  /** Made with AI and must say so (标识办法 2025). */
  aigc: z.boolean(),
  /** Whether somebody real is recognised in it, and on what ground; absent in releases from before it was asked. */
  portrait: portraitSchema.optional(),
  renditions: z.array(renditionSchema),
});

/** Everything of a release that pages, feeds and channels may show. Kept as JSON, fingerprinted, never changed. */
export const snapshotSchema = z.object({
  kind: text,
  column: z.object({ slug: text, name: text }).nullable(),
  title: text,
  summary: text,
  author: text,
  source: text,
  sourceUrl: textOrNull,
  tags: z.array(text),
  html: text,
  text,
  cover: releasePictureSchema.nullable(),
  images: z.array(releasePictureSchema),
  roleModel: roleModelFactsSchema.nullable(),
  caseSteps: caseStepsSchema.nullable(),
  /** Whom a case names, for the push gate; absent: nobody. */
  named: z.array(text).optional(),
  /** What the page of a named case shows; absent: it is anonymous. */
  disclosure: namedFactsSchema.optional(),
  /** What the form answered to the question; absent in releases from before it was asked. */
  answer: keptAnswer().optional(),
  /** The system itself has found nobody recognisable in a case, so outputs may say so. Absent: not established. */
  anonymous: z.literal(true).optional(),
  lesson: lessonFactsSchema.nullable(),
  corrections: z.array(correctionSchema),
  ...keptShape(ownFacts),
  /** Taken from another medium: then with the headline it had there. Absent: written here. */
  reprint: z.object({ originalTitle: textOrNull }).optional(),
  /** The writer says that AI made words or pictures of it; absent: no. */
  usedAi: z.literal(true).optional(),
});

/** The answer as it is kept: whole, nothing left to a default. */
function keptAnswer() {
  const { tone, who } = answerSchema.shape;
  return z.object({ who, tone, minor: z.boolean(), sealed: z.boolean() });
}
