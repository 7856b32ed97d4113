import { stages } from '../../story/stage.ts';
import {
  hasReviewed,
  isOwn,
  picturesMoved,
  picturesMovedSentence,
  reviewModeOf,
  standing,
} from '../../story/case-file.ts';
import type { Rule } from '../rule.ts';
import { allow, refuse } from '../verdict.ts';

/** 终审签发: political direction, and the act that makes a release. */
export const sign: Rule = (file, person) => {
  if (!person.roles.includes('signer')) return refuse(403, '只有终审人可以签发：请联系管理员核对您的职责。');
  if (isOwn(file, person)) return refuse(403, '不能签发自己写的稿件：请另一位终审人签发。');
  if (file.stage !== 'final') return refuse(409, `这篇稿件不在${stages.final}状态：请刷新页面看看它走到了哪一步。`);
  if (hasReviewed(file, person))
    return refuse(403, '同一篇稿件的三次审核必须是三个人：您已经审过这篇，请另一位终审人签发。');
  if (picturesMoved(file)) return refuse(409, picturesMovedSentence);
  if (!standing(file, 'approve-first') || !standing(file, 'approve-second')) {
    return refuse(409, '内容和初审、复审看到的不一样：请退回后重新送审。');
  }
  if (reviewModeOf(file) === 'two' && !file.smallOffice)
    return refuse(409, '两人审签没有启用，这一轮的初审和复审却是同一个人做的：请退回后由两个人重新审。');
  if (!standing(file, 'clear-secrecy')) return refuse(422, '还没有做保密审查：请保密审查人先审查，再签发。');
  if (file.openMust > 0)
    return refuse(422, `还有${file.openMust}条“必须改”的批注没有办结：请采编改好、批注人办结后再签发。`);
  if (file.missing.length > 0) return refuse(422, file.missing.join(''));
  return allow('signed', '已签发，正在上线。');
};
