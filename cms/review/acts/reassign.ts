import type { Role } from '../../access/roles.ts';
import { hasTaken, isOwn, type CaseFile } from '../../story/case-file.ts';
import type { Rule } from '../rule.ts';
import { underReview, type Stage } from '../../story/stage.ts';
import { allow, refuse } from '../verdict.ts';

/** Which hat each waiting review wants. */
export const holderOf: Partial<Record<Stage, Role>> = { first: 'reviewer1', second: 'reviewer2', final: 'signer' };
const words: Partial<Record<Stage, string>> = { first: '初审', second: '复审', final: '终审' };

/** Reviews that whoever takes this stage may not have taken. */
const barred = (file: CaseFile) =>
  file.stage === 'second' && file.smallOffice ? [] : (['approve-first', 'approve-second'] as const);

/** 转交: the waiting review is given to somebody by name. Others who hold the role may still take it; the named one sees it first. */
export const reassign: Rule = (file, person, _note, { to }) => {
  const holder = holderOf[file.stage];
  if (!person.roles.some((role) => role === 'reviewer1' || role === 'reviewer2' || role === 'signer'))
    return refuse(403, '只有审核人可以转交审核：请联系管理员核对您的职责。');
  if (isOwn(file, person)) return refuse(403, '不能给自己写或改过的稿件指定审核人：请当前的审核人或终审人转交。');
  if (!underReview.includes(file.stage) || !holder)
    return refuse(409, '这篇稿件不在审核中，没有可以转交的审核：请刷新页面看看它走到了哪一步。');
  if (!person.roles.includes(holder) && !person.roles.includes('signer'))
    return refuse(403, '稿件现在不在您这一审：请由当前的审核人或终审人转交。');
  if (!to) return refuse(422, '请选转交给谁：从有这项职责的同事里选一位。');
  if (!to.roles.includes(holder))
    return refuse(422, `${to.name}没有${words[file.stage]}的职责：请另选一位，或请管理员先给他这项职责。`);
  if (file.assignee?.id === to.id) return refuse(409, `这篇稿件已经指定由${to.name}审，不用再转交。`);
  // The named person, not a substitute: whom they stand in for plays no part here.
  const alone = { ...file, assignee: null };
  if (isOwn(alone, to)) return refuse(422, `${to.name}写过或改过这篇稿件，不能审：请另选一位。`);
  if (hasTaken(alone, to, barred(file)))
    return refuse(422, `${to.name}已经审过这一篇，三次审核必须是三个人：请另选一位。`);
  return allow(file.stage, `已转交${to.name}${words[file.stage]}。`);
};
