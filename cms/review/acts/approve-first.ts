import { stages } from '../../story/stage.ts';
import { hasReviewed, isOwn } from '../../story/case-file.ts';
import type { Rule } from '../rule.ts';
import { allow, refuse } from '../verdict.ts';

/** 初审: wording. */
export const approveFirst: Rule = (file, person) => {
  if (!person.roles.includes('reviewer1')) return refuse(403, '只有初审人可以做初审：请联系管理员核对您的职责。');
  if (isOwn(file, person)) return refuse(403, '不能初审自己写或改过的稿件：请另一位初审人审核。');
  if (file.stage !== 'first') return refuse(409, `这篇稿件不在${stages.first}状态：请刷新页面看看它走到了哪一步。`);
  if (hasReviewed(file, person)) return refuse(403, '同一篇稿件的三次审核必须是三个人：您已经审过一次。');
  return allow('second', '初审通过，等待复审。');
};
