import { editorsDoor, reviewsDoor } from './review-doors.ts';

/** Where a story stands that nobody has handed in yet. */
export const newStory = () => ({
  stage: 'draft' as const,
  round: 1,
  reviews: reviewsDoor.write([]),
  editors: editorsDoor.write([]),
});
