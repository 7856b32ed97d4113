import { z } from 'zod';
import { listDoor } from '../columns/list-door.ts';
import { reviewSchema } from './review-schema.ts';

/** `stories.reviews`: the review log of a story. */
export const reviewsDoor = listDoor('reviews', { label: '审签记录', entry: reviewSchema });

/** `releases.reviewers`: the reviews that a release rests on. */
export const reviewersDoor = listDoor('reviewers', { label: '签发稿的审签记录', entry: reviewSchema });

/** `stories.editors`: account ids of everybody who has edited the content since it was last signed. */
export const editorsDoor = listDoor('editors', { label: '改过稿的人', entry: z.string() });
