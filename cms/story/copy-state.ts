import { recallWords } from '../../campaigns/ports/state-words.ts';
import type { z } from 'zod';
import type { Held } from '../columns/stored.ts';
import { copiesDoor, type copyStateSchema } from './copies-door.ts';

export type CopyState = z.infer<typeof copyStateSchema>;

/** The same for pages: “微信公众号”, “已删除”. */
export interface CopyLine {
  name: string;
  word: string;
}

/** What a publication keeps of its copies, as lines; none while nothing was taken back or put right. */
export const copyLines = (copies: Held<'copies'>): CopyLine[] =>
  copiesDoor.read(copies).value.map((copy) => ({ name: copy.name, word: copyWord(copy) }));

/** How far the copies on a channel are, in words for readers. */
function copyWord({ kind, state }: CopyState): string {
  const withdraw = kind === 'withdraw';
  switch (state) {
    case 'due':
    case 'running':
    case 'person':
      return withdraw ? '正在撤回' : '正在更正';
    case 'deleted':
      return '已删除';
    case 'corrected':
      return recallWords.corrected;
    case 'no-receipt':
      return '已通知，等对方回执';
    case 'irrevocable':
      return '已经发出，无法收回';
  }
}
