import { blames, includesPerson } from '../story/answer.ts';
import { pictureIds } from '../rich-text/node.ts';
import { consentOf, need, type Gate } from './gate.ts';

/** Portraits (民法典 §1019–1020): whoever is named and blamed has no pictures at all; whoever is praised, only with consent. */
export const G16: Gate = (subject) => {
  const { answer, nomination, story } = subject;
  if (!story.cover && pictureIds(story.body).length === 0) return [];
  if (blames(answer) && includesPerson(answer)) return ['指名到个人的案例不配图片：请去掉题图和正文里的图片。'];
  if (!includesPerson(answer)) return [];
  return need(
    nomination?.consent?.by ?? consentOf(subject).by,
    '写了个人又配了图片：请先取得本人（未成年人为监护人）同意，填写谁同意的；没有同意的，请去掉图片。',
  );
};
