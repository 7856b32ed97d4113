import { z } from 'zod';
import { staffEndpoint } from '../access/staff-endpoint.ts';
import { handOver } from './hand-over.ts';
import { answer, readBody } from '../http/http.ts';

const body = z.strictObject(
  { to: z.string({ error: '请选转给谁。' }).min(1, '请选转给谁。').max(64, '没有这个账号，请重新选。') },
  { error: '只收 to（转给谁），请核对。' },
);

/** `POST /api/stories/:id/hand-over` with `{ to }`: another author goes on with it → `{ message }`. */
export const handOverEndpoint = staffEndpoint('post', '/:id/hand-over', async ({ id, payload, person, req }) => {
  const sent = await readBody(req, body);
  const { message, status } = await handOver(payload, id, person, sent.to);
  return answer(status, message);
});
