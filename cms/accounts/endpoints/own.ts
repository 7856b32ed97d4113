import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';
import type { Person } from '../../access/person.ts';
import { staffEndpoint } from '../../access/staff-endpoint.ts';
import { readBody } from '../../http/http.ts';

/** `POST /api/users/account/<path>`: what a person does to their own account. Bad bodies get the schema's sentence. */
export const own = <T>(
  path: string,
  schema: z.ZodType<T>,
  act: (req: PayloadRequest, person: Person, body: T) => Promise<Response>,
): Endpoint =>
  staffEndpoint('post', `/account/${path}`, async ({ person, req }) => act(req, person, await readBody(req, schema)));

export const currentPassword = z
  .string({ error: '请填现在的密码。' })
  .min(1, '请填现在的密码。')
  .max(500, '密码最多200个字符。');
export const onlyCurrent = z.strictObject(
  { current: currentPassword },
  { error: '只收一个字段 current（现在的密码），请核对。' },
);
