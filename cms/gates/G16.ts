import { pictureIds } from '../rich-text/node.ts';
import { forNamed } from './gate.ts';

/** Portraits (民法典 §1019–1020): a case that names a person has no pictures at all. */
export const G16 = forNamed(({ subject }, { story }) =>
  subject !== 'unit' && (story.cover || pictureIds(story.body).length > 0) ? ['指名到个人的案例不配图片：请去掉题图和正文里的图片。'] : []);
