import type { Rule } from '../rule.ts';
import { isOwn } from '../../story/case-file.ts';
import { allow, refuse } from '../verdict.ts';

/** 送审: an author hands in a story of their own. */
export const submit: Rule = (file, person) => {
  if (!person.roles.includes('author')) return refuse(403, '只有采编可以送审：请联系管理员核对您的职责。');
  if (!isOwn(file, person)) return refuse(403, '不能替别人送审：请由这篇稿件的采编送审。');
  if (file.stage === 'signed') return refuse(409, '这篇稿件已经签发：要修改请先改内容，再重新送审。');
  if (file.stage !== 'draft' && file.stage !== 'returned')
    return refuse(409, '这篇稿件已经送审，正在等待审核，不用再送。');
  if (file.missing.length > 0) return refuse(422, file.missing.join(''));
  return allow('first', '已送审，等待初审。');
};
