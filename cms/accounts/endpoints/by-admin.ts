import { z } from 'zod';
import { allow, oneOf, param, staffEndpoint } from '../../access/staff-endpoint.ts';
import { answer, readBody } from '../../http/http.ts';
import { adminActs, byAdmin, type AdminAct } from '../by-admin.ts';
import { wrongPassword } from '../password/is-right.ts';
import { currentPassword } from './own.ts';

/** Acts after which somebody else could come in: the administrator's own password is asked for. */
const opening: readonly AdminAct[] = ['reset', 'remove-second-factor'];
const body = z.strictObject(
  { current: currentPassword.optional() },
  { error: '只收一个字段 current（您自己现在的密码），请核对。' },
);

/**
 * `POST /api/users/:id/account/:act` with `{ current? }`: an administrator helps somebody in, or puts them out. What lets
 * somebody in with less than before asks for the administrator's own password. → `{ message, password? }`
 */
export const byAdminEndpoint = staffEndpoint('post', '/:id/account/:act', async ({ id, payload, person, req }) => {
  allow(person.roles.includes('admin'), '只有管理员可以管别人的登录。');
  const act = oneOf(adminActs, param(req, 'act'), '这种操作');
  if (id === person.id) return answer(409, '这是您自己的账号：请在上面“我的登录”里改。');
  const {
    docs: [account],
  } = await payload.find({ collection: 'users', where: { id: { equals: id } }, limit: 1, depth: 0 });
  if (!account) return answer(404, '没有这个账号。');
  const { current } = await readBody(req, body);
  if (opening.includes(act)) {
    if (current === undefined) return answer(403, '请填您自己现在的密码，再按一次。');
    const wrong = await wrongPassword(req, current);
    if (wrong) return answer(403, wrong);
  }
  const { message, ...more } = await byAdmin(payload, act, account);
  return answer(200, message, more);
});
