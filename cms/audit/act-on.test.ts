import { expect, it } from 'vitest';
import { actOn } from './act-on.ts';
import { isQuiet, systemIsTold } from './quiet.ts';
import { sentence, wordFor } from './said.ts';

it.each([
  ['stories', {}, { deletedAt: '2026-06-14' }, 'trash'],
  ['stories', { deletedAt: '2026-06-14' }, { deletedAt: null }, 'restore'],
  ['stories', {}, { title: '新', deletedAt: null }, 'update'],
  ['users', { hash: 'a' }, { hash: 'b', salt: 'c' }, 'password'],
  ['users', { roles: ['author'] }, { roles: ['admin'] }, 'roles'],
  ['users', { roles: ['author'] }, { roles: ['author'], name: '乙' }, 'update'],
  ['users', { lockUntil: null }, { lockUntil: '2026-06-14' }, 'lock'],
  ['users', { lockUntil: '2026-06-14' }, { lockUntil: null }, 'unlock'],
  ['users', {}, { lockUntil: null, loginAttempts: 0 }, 'update'],
] as const)('%s %o → %o is %s', (collection, before, data, act) => {
  expect(actOn(collection, 'update', { ...before }, { ...data })).toBe(act);
  expect(wordFor(act)).not.toContain('操作');
});

it("trails of their own are not told again; somebody ending another's session is", () => {
  expect(['attempts', 'audit', 'payload-preferences', 'working-copies'].map((slug) => isQuiet(slug, 'update'))).toEqual(
    [true, true, true, true],
  );
  expect([isQuiet('sign-ins', 'create'), isQuiet('sign-ins', 'delete'), isQuiet('stories', 'update')]).toEqual([
    true,
    false,
    false,
  ]);
  expect([systemIsTold('users'), systemIsTold('global:desk'), systemIsTold('deliveries')]).toEqual([true, true, false]);
});

it('says it in a sentence, also of acts that nobody has named', () => {
  expect(sentence('review:sign', '稿件', '示例稿')).toBe('终审签发 稿件《示例稿》');
  expect(sentence('something-new', null, null)).toBe('操作 something-new');
});
