import type { Endpoint } from 'payload';
import { z } from 'zod';
import { personOf } from '../../access/person-of.ts';
import { answer, readJson } from '../../http/http.ts';
import { adminActs, byAdmin, type AdminAct } from '../by-admin.ts';
import { wrongPassword } from '../password/is-right.ts';
import { currentPassword } from './own.ts';

/** Acts after which somebody else could come in: the administrator's own password is asked for. */
const opening: readonly AdminAct[] = ['reset', 'remove-second-factor'];
const body = z.strictObject({ current: currentPassword.optional() }, { error: '只收一个字段 current（您自己现在的密码），请核对。' });

/**
 * `POST /api/users/:id/account/:act` with `{ current? }`: an administrator helps somebody in, or puts them out. What lets
 * somebody in with less than before asks for the administrator's own password. → `{ message, password? }`
 */
export const byAdminEndpoint: Endpoint = {
  path: '/:id/account/:act',
  method: 'post',
  handler: async (req) => {
    const person = personOf(req);
    if (!person) return answer(401, '请先登录后台。');
    if (!person.roles.includes('admin')) return answer(403, '只有管理员可以管别人的登录。');
    const act = adminActs.find((known) => known === req.routeParams?.act);
    if (!act) return answer(422, `没有“${String(req.routeParams?.act)}”这种操作：请用 ${adminActs.join('、')} 之一。`);
    const id = String(req.routeParams?.id ?? '');
    if (id === person.id) return answer(409, '这是您自己的账号：请在上面“我的登录”里改。');
    const { docs: [account] } = await req.payload.find({ collection: 'users', where: { id: { equals: id } }, limit: 1, depth: 0 });
    if (!account) return answer(404, '没有这个账号。');
    const said = body.safeParse(readJson(await req.text?.()));
    if (!said.success) return answer(422, said.error.issues[0]?.message ?? '内容不对，请核对。');
    if (opening.includes(act)) {
      if (said.data.current === undefined) return answer(403, '请填您自己现在的密码，再按一次。');
      const wrong = await wrongPassword(req, said.data.current);
      if (wrong) return answer(403, wrong);
    }
    const { message, ...more } = await byAdmin(req.payload, act, account);
    return answer(200, message, more);
  },
};
