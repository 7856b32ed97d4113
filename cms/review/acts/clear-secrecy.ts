import { isOwn, standing } from '../../story/case-file.ts';
import type { Rule } from '../rule.ts';
import { underReview } from '../../story/stage.ts';
import { allow, refuse } from '../verdict.ts';

/** 保密审查: item by item, by a named person who is not the author (保守国家秘密法实施条例 §42; gate G12). */
export const clearSecrecy: Rule = (file, person) => {
  if (!person.roles.includes('secrecy')) return refuse(403, '只有保密审查人可以做保密审查：请联系管理员核对您的职责。');
  if (isOwn(file, person)) return refuse(403, '不能对自己写或改过的稿件做保密审查：请另一位保密审查人审查。');
  if (!underReview.includes(file.stage)) return refuse(409, '稿件送审以后、签发以前才能做保密审查：请等采编送审。');
  if (standing(file, 'clear-secrecy')) return refuse(409, '这篇稿件的保密审查已经通过，不用再做。');
  return allow(file.stage, '保密审查通过。');
};
