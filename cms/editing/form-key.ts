import { createHash, createHmac } from 'node:crypto';
import { APIError, type PayloadRequest } from 'payload';
import { z } from 'zod';
import type { Person } from '../access/person.ts';
import { formKeyHeader } from '../http/in-turn.ts';

const key = z.uuid();

/**
 * One form makes one row, however often its answers are lost: it names itself with every try.
 * The key of the form that sends this, or null when it names none: scripts and imports make as many rows as they ask for.
 * @throws APIError 400 for one that is no UUID
 */
export function formKey(req: Pick<PayloadRequest, 'headers'>): string | null {
  const said = req.headers?.get(formKeyHeader) ?? null;
  if (said === null) return null;
  const parsed = key.safeParse(said);
  if (!parsed.success)
    throw new APIError('这份表单的编号写法不对，没有保存：请把写好的复制出来，刷新页面再试。', 400, null, true);
  return parsed.data;
}

/**
 * The id of the one row that this form can make. Nobody outside can choose an id, nor reach another person's form: the
 * deployment's secret stands in between. Another file makes another row, because files of a row cannot be exchanged.
 * @param secret of the deployment
 * @param place the collection, and for a copy the row that is copied
 * @param file its bytes as they were sent
 */
export function idOfForm(
  secret: string,
  person: Pick<Person, 'id'>,
  place: string,
  form: string,
  file?: Uint8Array,
): string {
  const bytes = file ? createHash('sha256').update(file).digest('hex') : '';
  const mark = createHmac('sha256', secret)
    .update(JSON.stringify(['form', place, person.id, form, bytes]))
    .digest('hex');
  // UUID version 8: bits of our own making.
  return `${mark.slice(0, 8)}-${mark.slice(8, 12)}-8${mark.slice(13, 16)}-9${mark.slice(17, 20)}-${mark.slice(20, 32)}`;
}
