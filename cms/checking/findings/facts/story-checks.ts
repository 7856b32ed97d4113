import type { StoryCheck } from '../story-check.ts';
import { aiMarks } from './ai-marks.ts';
import { likenesses } from './likenesses.ts';
import { pictureSizes } from './picture-sizes.ts';
import { reprinted } from './reprinted.ts';

/** Every check of a story's facts. A new one is its file and its line here. */
export const storyChecks: readonly StoryCheck[] = [reprinted, aiMarks, likenesses, pictureSizes];
