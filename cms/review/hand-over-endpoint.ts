import type { Endpoint } from 'payload';
import { z } from 'zod';
import { personOf } from '../access/person-of.ts';
import { handOver } from './hand-over.ts';
import { answer, nobody, readJson, routeId } from '../http/review-answer.ts';

const body = z.strictObject({ to: z.string({ error: '请选转给谁。' }).min(1, '请选转给谁。').max(64, '没有这个账号，请重新选。') }, { error: '只收 to（转给谁），请核对。' });

/** `POST /api/stories/:id/hand-over` with `{ to }`: another author goes on with it → `{ message }`. */
export const handOverEndpoint: Endpoint = {
  path: '/:id/hand-over',
  method: 'post',
  handler: async (req) => {
    const person = personOf(req);
    if (!person) return nobody();
    const parsed = body.safeParse(await readJson(req));
    if (!parsed.success) return answer(422, { message: parsed.error.issues.map(({ message }) => message).join('') });
    const { message, status } = await handOver(req.payload, routeId(req), person, parsed.data.to);
    return answer(status, { message });
  },
};
