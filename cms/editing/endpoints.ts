import type { CollectionSlug, Endpoint, PayloadRequest, Where } from 'payload';
import { z } from 'zod';
import { access } from '../access/access.ts';
import { personOf } from '../access/person-of.ts';
import { allow, param, staffEndpoint, type Call } from '../access/staff-endpoint.ts';
import { globalRights, globalTable, table, type Guarded, type GuardedGlobal } from '../access/table.ts';
import { answer, readBody } from '../http/http.ts';
import { hold, holderOf, letGo } from './holder.ts';

const body = z.strictObject(
  { takeOver: z.boolean({ error: 'takeOver（接手）应是 true 或 false。' }).default(false) },
  { error: '只收 takeOver（接手），请核对。' },
);

/** May the one who asks save this row? As the access table says, own rows included. */
async function mayWrite(req: PayloadRequest, kind: string, id: string): Promise<boolean> {
  if (kind === 'globals')
    return (
      id in globalTable &&
      (personOf(req)?.roles.some((role) => globalRights(id as GuardedGlobal, role).includes('update')) ?? false)
    );
  if (!(kind in table)) return false;
  const rule = await access(kind as Guarded).update?.({ req });
  if (typeof rule !== 'object') return rule === true;
  const where: Where = { and: [{ id: { equals: id } }, rule] };
  return (await req.payload.count({ collection: kind as CollectionSlug, where })).totalDocs === 1;
}

const at = (method: 'get' | 'post' | 'delete', use: (call: Call, target: string) => Promise<Response>): Endpoint =>
  staffEndpoint(method, '/editing/:kind/:id', async (call) => {
    const kind = param(call.req, 'kind');
    allow(await mayWrite(call.req, kind, call.id), '您的职责不能改这一条，所以也不能接手：可以看。');
    return use(call, `${kind}/${call.id}`);
  });

/** `GET /api/editing/:collection/:id` → `{ other: { name, since } | null }`: who else is in the middle of changing it. */
const look = at('get', async ({ now, payload, person }, target) => {
  const holder = await holderOf(payload, target, now);
  return answer(200, '', {
    other: holder && holder.person !== person.id ? { name: holder.name, since: holder.since } : null,
  });
});

/** `POST` with `{ takeOver? }`: I am changing it now; the answer is the same. Said again every minute while there is unsaved work. */
const take = at('post', async ({ now, payload, person, req }, target) => {
  const { takeOver } = await readBody(req, body, '没有看懂，请刷新页面再试。');
  const holder = await hold(payload, target, person, now, takeOver);
  return answer(200, '', { other: holder.person === person.id ? null : { name: holder.name, since: holder.since } });
});

/** `DELETE`: I have saved, or given up. */
const leave = at('delete', async ({ now, payload, person }, target) => {
  await letGo(payload, target, person, now);
  return answer(200, '', { other: null });
});

export const editingEndpoints: Endpoint[] = [look, take, leave];
