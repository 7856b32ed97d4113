import type { z } from 'zod';
import type { lessonFactsSchema } from './facts-schema.ts';
import type { releasePictureSchema, snapshotSchema } from './snapshot-schema.ts';

export type { Correction } from './facts.ts';
export type LessonFacts = z.infer<typeof lessonFactsSchema>;
export type ReleasePicture = z.infer<typeof releasePictureSchema>;
export type Snapshot = z.infer<typeof snapshotSchema>;
