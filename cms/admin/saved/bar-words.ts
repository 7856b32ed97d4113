import { moment } from '../../words/words.ts';
import type { SaveState, Standing } from './save-state.ts';

/** 20:29, Asia/Shanghai; another day with its date. */
export function savedWhen(savedAt: string, now: Date): string {
  const [then, today] = [moment(new Date(savedAt)), moment(now)];
  return then.split(' ')[0] === today.split(' ')[0] ? (then.split(' ')[1] ?? then) : then;
}

/** “…，没有保存：请…” stands after “没有保存：” */
const once = (message: string): string =>
  message.replaceAll('，没有保存：', '：').replaceAll('所以没有保存：', '').replace(/，$/, '');

/** The line that tells what of the form is saved: one word first, then what to know of it. */
export function barWords(
  { savedAt, trouble }: SaveState,
  standing: Standing,
  now: Date,
): { head: string; rest: string } {
  switch (standing) {
    case 'saving':
      return { head: '正在保存…', rest: '' };
    case 'saved':
      return { head: savedAt ? `已保存 ${savedWhen(savedAt, now)}` : '已保存', rest: '' };
    case 'new':
      return { head: '还没有写', rest: '' };
    case 'changed':
      return { head: '有改动', rest: '还没有保存。' };
    case 'trouble':
      break;
  }
  switch (trouble?.kind) {
    case 'refused':
      return { head: '没有保存：', rest: once(trouble.message) };
    case 'expired':
      return { head: '没有保存：', rest: '登录已过期。您写的都还在这一页。' };
    case 'offline':
      return { head: '没有保存：', rest: '没有连上服务器。您写的都还在这一页：网络恢复以后再按保存。' };
    case 'held':
      return { head: '没有保存：', rest: once(trouble.message) };
    case 'moved':
      if (trouble.made)
        return {
          head: '没有再存一份：',
          rest: '这一条刚才其实已经存好了，只是没有收到回答，后来又改过。两边的内容都在下面，请选好再存。',
        };
    // falls through
    default:
      return {
        head: '没有保存：',
        rest: '您打开以后，这里已经有人保存过，也可能是您自己的另一个窗口。两边的内容都在下面，请选好再存。',
      };
  }
}

/** Why nothing can be done with the saved row yet; null when it can. */
export function whyNotYet(standing: Standing): string | null {
  if (standing === 'saved') return null;
  if (standing === 'saving') return '正在保存：存好以后才能送审、审签。';
  if (standing === 'trouble') return '最近一次没有保存成：请先照上面写的办，存好以后才能送审、审签。';
  return '有改动还没有保存：请先保存，或者放弃改动，再送审、审签。';
}
