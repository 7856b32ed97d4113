import type { Endpoint } from 'payload';
import { personOf } from '../../access/person-of.ts';
import { answer } from '../../store/http.ts';
import { adminActs, byAdmin } from '../by-admin.ts';

/** `POST /api/users/:id/account/:act`: an administrator helps somebody in, or puts them out. → `{ message, password? }` */
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
    const { message, ...more } = await byAdmin(req.payload, act, account);
    return answer(200, message, more);
  },
};
