import type { Endpoint } from 'payload';
import { z } from 'zod';
import { param, staffEndpoint } from '../../access/staff-endpoint.ts';
import { formKey, idOfForm } from '../../editing/form-key.ts';
import { answer, content, readBody } from '../../http/http.ts';
import { addComment, listComments, resolveComment } from './comments.ts';

const body = z.strictObject(
  {
    text: z.string({ error: '请写批注。' }).trim().min(1, '请写批注。').max(500, '批注最多500字，请缩短。'),
    paragraph: z
      .number({ error: 'paragraph 应是段号，从 1 数起。' })
      .int('段号应是整数。')
      .min(1, '段号从 1 数起。')
      .max(9999, '没有这一段，请刷新页面再选。')
      .nullable()
      .default(null),
    must: z.boolean({ error: 'must（必须改）应是 true 或 false。' }).default(false),
  },
  { error: '只收 text（批注）、paragraph（段号）和 must（必须改），请核对。' },
);

const noStory = '没有这篇稿件：它可能已被删除。';

/** `GET /api/stories/:id/comments` → `{ comments, paragraphs }`. */
const list = staffEndpoint('get', '/:id/comments', async ({ id, payload, person }) => {
  const sheet = await listComments(payload, id, person);
  return sheet ? content(sheet) : answer(404, noStory);
});

/** `POST /api/stories/:id/comments` with `{ text, paragraph?, must? }`. */
const add = staffEndpoint('post', '/:id/comments', async ({ id, now, payload, person, req }) => {
  const sent = await readBody(req, body);
  const form = formKey(req);
  // Other words are another comment.
  const comment = form ? idOfForm(payload.secret, person, JSON.stringify(['comments', id, sent]), form) : undefined;
  const { message, status } = await addComment(payload, id, person, sent, now, comment);
  return answer(status, message);
});

/** `POST /api/stories/:id/comments/:comment/resolve`. */
const resolve = staffEndpoint('post', '/:id/comments/:comment/resolve', async ({ id, now, payload, person, req }) => {
  const { message, status } = await resolveComment(payload, id, param(req, 'comment'), person, now);
  return answer(status, message);
});

export const commentEndpoints: Endpoint[] = [list, add, resolve];
