import { describe, expect, it } from 'vitest';
import { askAgain } from './ask-again.ts';
import { wellFormed } from './well-formed.ts';

type Asked = Parameters<typeof askAgain>[0];

const before = { id: 'u1', name: '示例甲', email: 'Jia@desk.example', roles: ['author', 'reviewer1'] };
/** What is kept of a change without the present password; a sentence when it is asked for. */
async function change(data: object, more: object = {}): Promise<unknown> {
  const asked = { context: {}, data, operation: 'update', originalDoc: before, req: { user: { id: 'u1' } }, ...more };
  try {
    return await askAgain(asked as unknown as Asked);
  } catch (error) {
    return (error as Error).message;
  }
}

describe('the present password is asked for', () => {
  it.each<[string, object, string]>([
    ['another name', { name: '示例乙' }, '姓名'],
    ['no name any more', { name: '' }, '姓名'],
    ['another address', { email: 'yi@desk.example' }, '电子邮件'],
    ['an address taken away', { email: null }, '电子邮件'],
    ['one more role', { roles: ['author', 'reviewer1', 'signer'] }, '职责'],
    ['one role less', { roles: ['author'] }, '职责'],
    ['no role any more', { roles: null }, '职责'],
    ['a new password', { password: 'lamp and ferry' }, '密码'],
    ['several at once', { name: '示例乙', roles: [], password: 'lamp and ferry' }, '姓名、职责、密码'],
    ['an empty one given', { name: '示例乙', currentPassword: '' }, '姓名'],
    ['one that is no text', { name: '示例乙', currentPassword: ['x'] }, '姓名'],
  ])('for %s', async (_what, data, what) =>
    expect(await change(data)).toBe(
      `改${what}要先填您自己现在的密码：请填在“您现在的密码”一栏，再保存一次。没有保存，填好的都还在。`,
    ),
  );

  it.each<[string, object]>([
    ['what stays as it was', { name: '示例甲', email: 'Jia@desk.example', roles: ['author', 'reviewer1'] }],
    ['an address in other letters', { email: 'jia@DESK.example' }],
    ['the same roles in another order', { roles: ['reviewer1', 'author'] }],
    ['a role that there is no more', { roles: ['author', 'reviewer1', 'gone'] }],
    ['an empty field for a new password', { password: '' }],
    ['something else', { lastSeen: 'x' }],
  ])('not for %s', async (_what, data) => expect(await change(data)).toEqual(data));

  it.each<[string, object]>([
    ['a new account', { operation: 'create' }],
    ['what the product does itself', { req: { user: null } }],
    ['what has asked already', { context: { ownPassword: true } }],
  ])('not for %s', async (_what, more) => expect(await change({ name: '示例乙' }, more)).toEqual({ name: '示例乙' }));

  it('what was typed there is never kept', async () => {
    expect(await change({ lastSeen: 'x', currentPassword: 'lamp and ferry' })).toEqual({ lastSeen: 'x' });
    expect(await change({ name: '示例乙', currentPassword: 'x' }, { operation: 'create' })).toEqual({ name: '示例乙' });
  });
});

it.each<[string, unknown, boolean]>([
  ['as a form sends it', { name: '示例甲', email: 'a@desk.example', roles: ['author'], more: 1 }, true],
  ['nothing', {}, true],
  ['emptied', { name: null, email: null, password: null, roles: null }, true],
  ['no data at all', undefined, true],
  ['a name that is a question to the database', { name: { $ne: null } }, false],
  ['an address that is a list', { email: ['a@desk.example'] }, false],
  ['a password that is a number', { password: 1234567890 }, false],
  ['a role alone', { roles: 'signer' }, false],
  ['roles with a group among them', { roles: [{ signer: true }] }, false],
])('an account is well formed: %s', (_what, data, fits) => {
  const check = (operation: string) => () => wellFormed({ args: { data }, operation } as never);
  for (const operation of ['create', 'update']) {
    if (fits) expect(check(operation)).not.toThrow();
    else expect(check(operation)).toThrow('请核对以后再试，没有保存');
  }
  expect(check('read')).not.toThrow();
});
