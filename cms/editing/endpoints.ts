import type { CollectionSlug, Endpoint, PayloadRequest, Where } from 'payload';
import { z } from 'zod';
import { systemClock } from '../../campaigns/ports/clock.ts';
import { access } from '../access/access.ts';
import { personOf } from '../access/person-of.ts';
import { globalRights, globalTable, table, type Guarded, type GuardedGlobal } from '../access/table.ts';
import { answer, readJson } from '../http/http.ts';
import { hold, holderOf, letGo } from './holder.ts';

const body = z.strictObject({ takeOver: z.boolean({ error: 'takeOver（接手）应是 true 或 false。' }).default(false) }, { error: '只收 takeOver（接手），请核对。' });

const mayNot = () => answer(403, '您的职责不能改这一条，所以也不能接手：可以看。');

/** May the one who asks save this row? As the access table says, own rows included. */
async function mayWrite(req: PayloadRequest, kind: string, id: string): Promise<boolean> {
  if (kind === 'globals') return id in globalTable && (personOf(req)?.roles.some((role) => globalRights(id as GuardedGlobal, role).includes('update')) ?? false);
  if (!(kind in table)) return false;
  const rule = await access(kind as Guarded).update?.({ req, id: id as never });
  if (typeof rule !== 'object') return rule === true;
  const where: Where = { and: [{ id: { equals: id } }, rule] };
  return (await req.payload.count({ collection: kind as CollectionSlug, where })).totalDocs === 1;
}

const at = (method: 'get' | 'post' | 'delete', use: (req: PayloadRequest, target: string, person: NonNullable<ReturnType<typeof personOf>>) => Promise<Response>): Endpoint => ({
  path: '/editing/:kind/:id',
  method,
  handler: async (req) => {
    const person = personOf(req);
    if (!person) return answer(401, '请先登录后台。');
    const { kind, id } = req.routeParams as { kind: string; id: string };
    if (!(await mayWrite(req, kind, id))) return mayNot();
    return use(req, `${kind}/${id}`, person);
  },
});

/** `GET /api/editing/:collection/:id` → `{ other: { name, since } | null }`: who else is in the middle of changing it. */
const look = at('get', async (req, target, person) => {
  const holder = await holderOf(req.payload, target, systemClock.now());
  return answer(200, '', { other: holder && holder.person !== person.id ? { name: holder.name, since: holder.since } : null });
});

/** `POST` with `{ takeOver? }`: I am changing it now; the answer is the same. Said again every minute while there is unsaved work. */
const take = at('post', async (req, target, person) => {
  const parsed = body.safeParse(readJson(await req.text?.()));
  if (!parsed.success) return answer(422, parsed.error.issues[0]?.message ?? '没有看懂，请刷新页面再试。');
  const holder = await hold(req.payload, target, person, systemClock.now(), parsed.data.takeOver);
  return answer(200, '', { other: holder.person === person.id ? null : { name: holder.name, since: holder.since } });
});

/** `DELETE`: I have saved, or given up. */
const leave = at('delete', async (req, target, person) => {
  await letGo(req.payload, target, person, systemClock.now());
  return answer(200, '', { other: null });
});

export const editingEndpoints: Endpoint[] = [look, take, leave];
