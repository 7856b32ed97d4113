import type { Rule } from '../rule.ts';
import { allow, refuse } from '../verdict.ts';

/**
 * 撤销签发: a signer takes back their own signing while only the site shows it. Once a copy has gone to a channel, or
 * later than the term, it is 撤回. Either way the page is taken down with its reason and the three reviews begin afresh.
 */
export const withdrawSign: Rule = (file, person, note) => {
  if (!person.roles.includes('signer')) return refuse(403, '只有终审人可以撤销签发：请联系终审人。');
  if (!file.live || !file.signed) return refuse(409, '这篇稿件没有在线的版本，不用撤销签发。');
  if (file.stage !== 'signed') return refuse(409, '这篇稿件签发后又改过：要下线请用“撤回”。');
  if (!file.signed.signers.includes(person.id))
    return refuse(403, '只能撤销自己的签发：别人签发的请用“撤回”，或请签发人自己撤销。');
  if (file.signed.goneOut)
    return refuse(409, '已经有渠道发出这一版，不能撤销签发：请用“撤回”，各渠道的副本会一并处理。');
  if (file.signed.hoursOld > file.terms.unsignHours)
    return refuse(409, `签发已经超过${file.terms.unsignHours}小时，不能撤销签发：请用“撤回”。`);
  if (note === '') return refuse(422, '请写一句对外说明的理由，不要复述有问题的内容。');
  if (file.unseen) return allow('returned', '已撤销签发：还没有上线，到时也不会上线；稿件退回采编，改好后重新送审。');
  return allow('returned', '已撤销签发：网页已下线，稿件退回采编，改好后重新送审。');
};
