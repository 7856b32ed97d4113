import { expect, it } from 'vitest';
import { barWords, savedWhen, whyNotYet } from './bar-words.ts';
import { nothingYet, type Standing, type Trouble } from './save-state.ts';

const now = new Date('2026-11-27T20:31:00+08:00');

it('tells the time of today alone, of another day with its date, in Beijing', () => {
  expect(savedWhen('2026-11-27T12:29:10Z', now)).toBe('20:29');
  expect(savedWhen('2026-11-26T16:05:00Z', now)).toBe('00:05');
  expect(savedWhen('2026-06-14T01:00:00Z', now)).toBe('6月14日 09:00');
});

it.each<[Standing, string]>([
  ['saved', '已保存 20:29'],
  ['changed', '有改动'],
  ['saving', '正在保存…'],
  ['new', '还没有写'],
])('%s: %s', (standing, head) => {
  expect(barWords({ ...nothingYet, savedAt: '2026-11-27T12:29:10Z' }, standing, now).head).toBe(head);
});

it.each<[Trouble, string]>([
  [
    {
      kind: 'refused',
      message: '摘要有完整的身份证件号码（110***），没有保存：请删去号码再保存，其他内容都还在。',
      places: [],
    },
    '摘要有完整的身份证件号码（110***）：请删去号码再保存，其他内容都还在。',
  ],
  [{ kind: 'expired' }, '登录已过期'],
  [{ kind: 'offline' }, '没有连上服务器'],
  [
    {
      kind: 'held',
      message: '甲从20:31起正在改这一条，所以没有保存：您写的都还在，可以等对方存好，或者接手。',
      other: { name: '甲', since: '' },
    },
    '甲从20:31起正在改这一条，您写的都还在',
  ],
  [{ kind: 'moved', version: 'v', theirs: null }, '已经有人保存过'],
])('没有保存 comes with its reason, once: %j', (trouble, words) => {
  const { head, rest } = barWords({ ...nothingYet, trouble }, 'trouble', now);
  expect(head).toBe('没有保存：');
  expect(rest).toContain(words);
  expect(rest).not.toContain('没有保存');
});

it('only what is saved can be handed in', () => {
  expect(
    (['saved', 'changed', 'saving', 'trouble', 'new'] as const).map((standing) => whyNotYet(standing) === null),
  ).toEqual([true, false, false, false, false]);
});
