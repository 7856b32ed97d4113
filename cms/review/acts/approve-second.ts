import { stages } from '../../story/stage.ts';
import { hasReviewed, isOwn, picturesMoved, picturesMovedSentence, standing } from '../../story/case-file.ts';
import type { Rule } from '../rule.ts';
import { allow, refuse } from '../verdict.ts';

/** 复审: facts. */
export const approveSecond: Rule = (file, person) => {
  if (!person.roles.includes('reviewer2')) return refuse(403, '只有复审人可以做复审：请联系管理员核对您的职责。');
  if (isOwn(file, person)) return refuse(403, '不能复审自己写或改过的稿件：请另一位复审人审核。');
  if (file.stage !== 'second') return refuse(409, `这篇稿件不在${stages.second}状态：请刷新页面看看它走到了哪一步。`);
  if (picturesMoved(file)) return refuse(409, picturesMovedSentence);
  if (!standing(file, 'approve-first')) return refuse(409, '这一轮还没有有效的初审：请退回后重新送审。');
  // 两人审签: the first review may be by the same person; the signing may not.
  if (!file.smallOffice && hasReviewed(file, person))
    return refuse(403, '同一篇稿件的三次审核必须是三个人：您已经做过这篇的初审，请另一位复审人审核。');
  return allow('final', '复审通过，等待终审签发。');
};
