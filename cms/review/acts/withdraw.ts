import type { Rule } from '../rule.ts';
import { allow, refuse } from '../verdict.ts';

/** 撤回: takes what is live back everywhere. One person suffices: the law counts in hours (gate G05). */
export const withdraw: Rule = (file, person, note) => {
  if (!person.roles.includes('signer')) return refuse(403, '只有终审人可以撤回已上线的稿件：请联系终审人。');
  if (!file.live) return refuse(409, '这篇稿件没有在线的版本，不用撤回。');
  if (note === '') return refuse(422, '请写一句对外说明的撤回理由，不要复述有问题的内容。');
  const next = file.stage === 'signed' ? 'draft' : file.stage;
  if (file.unseen) return allow(next, '已撤回：还没有上线，到时也不会上线，网站上什么都不会出现。');
  return allow(next, '已撤回：网页、订阅和各渠道的副本正在处理。');
};
