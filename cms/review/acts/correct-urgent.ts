import type { Role } from '../../access/roles.ts';
import { isOwn, pendingCorrection } from '../../story/case-file.ts';
import type { Rule } from '../rule.ts';
import { allow, refuse } from '../verdict.ts';

const hats: readonly Role[] = ['reviewer1', 'reviewer2', 'signer', 'secrecy'];

/**
 * 紧急更正: one passage of what is live is put right by two people, one of them a signer, within some hours of the
 * signing. The first proposes it, the second confirms exactly that; the three reviews follow afterwards. A note beside a
 * live text that stays as it is needs no second person: that is `cms/publication/correct-story.ts`.
 */
export const correctUrgent: Rule = (file, person, note, { passage }) => {
  if (!person.roles.some((role) => hats.includes(role))) return refuse(403, '只有审核人可以紧急更正：请联系终审人。');
  if (isOwn(file, person) || file.signed?.writers.includes(person.id))
    return refuse(403, '不能紧急更正自己写或改过的稿件：请另外两位审核人更正。');
  if (!file.live || !file.signed) return refuse(409, '这篇稿件没有在线的版本，不用更正：直接改稿就行。');
  if (file.stage !== 'signed') return refuse(409, '这篇稿件签发后又改过，不能紧急更正：请把改好的稿件送审，或先撤回。');
  if (file.signed.hoursOld > file.terms.urgentHours)
    return refuse(
      409,
      `签发已经超过${file.terms.urgentHours}小时，不能紧急更正：请改稿后重新送审，内容不能再留的请撤回。`,
    );
  if (!passage) return refuse(422, '请写原文（有误的那一处）和改为什么。');
  if (note === '') return refuse(422, '请写明更正的原因，会公开显示。');
  const pending = pendingCorrection(file);
  const asked = pending?.passage;
  // Something else than what waits is a proposal of its own.
  if (!pending || !asked || asked.wrong !== passage.wrong || asked.right !== passage.right)
    return allow('signed', '已提出紧急更正：请另一位审核人核对确认，两人中要有一位终审人。');
  if (pending.by === person.id) return refuse(409, '您已经提出这处更正：请另一位审核人核对确认。');
  if (!person.roles.includes('signer') && !pending.bySigner)
    return refuse(403, '两人中要有一位终审人：请终审人核对确认。');
  if (file.unseen) return allow('first', '已紧急更正：到定时上线的时间按改后的上线，三审随后补做。');
  return allow('first', '已紧急更正并上线：各渠道的副本正在处理，三审随后补做。');
};
