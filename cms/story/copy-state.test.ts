import { expect, it } from 'vitest';
import { copiesDoor } from './copies-door.ts';
import { copyLines } from './copy-state.ts';

const lines = (...copies: object[]) => copyLines(copiesDoor.write(copies as never));

it.each<['withdraw' | 'correct', string, string]>([
  // A reader is not told whose turn it is: for them it is under way until it is done.
  ['withdraw', 'due', '正在撤回'],
  ['withdraw', 'running', '正在撤回'],
  ['withdraw', 'person', '正在撤回'],
  ['correct', 'due', '正在更正'],
  ['correct', 'running', '正在更正'],
  ['correct', 'person', '正在更正'],
  ['withdraw', 'deleted', '已删除'],
  // A platform that cannot mend a copy deletes it instead.
  ['correct', 'deleted', '已删除'],
  ['correct', 'corrected', '已更正'],
  ['withdraw', 'no-receipt', '已通知，等对方回执'],
  ['correct', 'irrevocable', '已经发出，无法收回'],
])('%s: a copy that is %s reads “%s”', (kind, state, word) => {
  expect(lines({ name: '微信公众号', kind, state })).toEqual([{ name: '微信公众号', word }]);
});

it('one line a channel, in the order in which they are kept', () => {
  expect(
    lines(
      { name: '示例日报', kind: 'withdraw', state: 'no-receipt' },
      { name: '微博', kind: 'withdraw', state: 'deleted' },
    ).map(({ name }) => name),
  ).toEqual(['示例日报', '微博']);
});

it('nothing was taken back or put right: no line; and what never went out is no copy', () => {
  expect([copyLines(null as never), copyLines([] as never)]).toEqual([[], []]);
  expect(copyLines([{ name: '微博', kind: 'withdraw', state: 'gone' }] as never)).toEqual([]);
});
