import type { Role } from '../../access/roles.ts';
import { isOwn } from '../../story/case-file.ts';
import type { Rule } from '../rule.ts';
import { underReview } from '../../story/stage.ts';
import { holderOf } from './reassign.ts';
import { allow, refuse } from '../verdict.ts';

/** 退回: whoever holds the story now, or the secrecy reviewer, sends it back with a reason. */
export const sendBack: Rule = (file, person, note) => {
  const holder = holderOf[file.stage];
  const hats: Role[] = ['reviewer1', 'reviewer2', 'signer', 'secrecy'];
  if (!person.roles.some((role) => hats.includes(role)))
    return refuse(403, '只有审核人可以退回稿件：请联系管理员核对您的职责。');
  if (isOwn(file, person)) return refuse(403, '不能退回自己写或改过的稿件：要修改直接改内容，稿件会回到草稿。');
  if (!underReview.includes(file.stage) || !holder)
    return refuse(409, '这篇稿件不在审核中，不能退回：请刷新页面看看它走到了哪一步。');
  if (!person.roles.includes(holder) && !person.roles.includes('secrecy'))
    return refuse(403, '稿件现在不在您这一审：请由当前的审核人退回。');
  if (note === '' && file.openComments === 0) return refuse(422, '请写明退回的理由：哪里不对，怎样改。');
  return allow('returned', '已退回采编修改。');
};
