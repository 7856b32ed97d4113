import type { Rule } from '../rule.ts';
import { allow, refuse } from '../verdict.ts';

/** 改上线时间: when a signed story comes is a signer's to say, as the times of posts are; not one word of it changes. */
export const reschedule: Rule = (file, person, note) => {
  if (!person.roles.includes('signer')) return refuse(403, '只有终审人可以改上线时间：请联系终审人。');
  if (!file.live || !file.unseen)
    return refuse(409, '这篇稿件没有在等定时上线：已经上线的要下线请用“撤回”，还没有签发的在签发时选时间。');
  if (note === '') return refuse(422, '请写一句为什么改上线时间，会记入审签记录。');
  return allow(file.stage, '已改上线时间。');
};
