import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';
import type { Person } from '../../access/person.ts';
import { personOf } from '../../access/person-of.ts';
import { answer, readJson } from '../../http/http.ts';

/** `POST /api/users/account/<path>`: what a person does to their own account. Bad bodies get the schema's sentence. */
export const own = <T>(path: string, schema: z.ZodType<T>, act: (req: PayloadRequest, person: Person, body: T) => Promise<Response>): Endpoint => ({
  path: `/account/${path}`,
  method: 'post',
  handler: async (req) => {
    const person = personOf(req);
    if (!person) return answer(401, '请先登录后台。');
    const parsed = schema.safeParse(readJson(await req.text?.()));
    if (!parsed.success) return answer(422, parsed.error.issues[0]?.message ?? '内容不对，请核对。');
    return act(req, person, parsed.data);
  },
});

export const currentPassword = z.string({ error: '请填现在的密码。' }).min(1, '请填现在的密码。').max(500, '密码最多200个字符。');
export const onlyCurrent = z.strictObject({ current: currentPassword }, { error: '只收一个字段 current（现在的密码），请核对。' });
