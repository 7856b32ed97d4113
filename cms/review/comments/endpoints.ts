import type { Endpoint } from 'payload';
import { z } from 'zod';
import { systemClock } from '../../../campaigns/ports/clock.ts';
import { personOf } from '../../access/person-of.ts';
import { formKey, idOfForm } from '../../editing/form-key.ts';
import { answer, nobody, noStory, readJson, routeId } from '../../http/review-answer.ts';
import { addComment, listComments, resolveComment } from './comments.ts';

const body = z.strictObject({
  text: z.string({ error: '请写批注。' }).trim().min(1, '请写批注。').max(500, '批注最多500字，请缩短。'),
  paragraph: z.number({ error: 'paragraph 应是段号，从 1 数起。' }).int('段号应是整数。').min(1, '段号从 1 数起。').max(9999, '没有这一段，请刷新页面再选。').nullable().default(null),
  must: z.boolean({ error: 'must（必须改）应是 true 或 false。' }).default(false),
}, { error: '只收 text（批注）、paragraph（段号）和 must（必须改），请核对。' });

/** `GET /api/stories/:id/comments` → `{ comments, paragraphs }`. */
const list: Endpoint = {
  path: '/:id/comments',
  method: 'get',
  handler: async (req) => {
    const person = personOf(req);
    if (!person) return nobody();
    const sheet = await listComments(req.payload, routeId(req), person);
    return sheet ? answer(200, sheet) : noStory();
  },
};

/** `POST /api/stories/:id/comments` with `{ text, paragraph?, must? }`. */
const add: Endpoint = {
  path: '/:id/comments',
  method: 'post',
  handler: async (req) => {
    const person = personOf(req);
    if (!person) return nobody();
    const parsed = body.safeParse(await readJson(req));
    if (!parsed.success) return answer(422, { message: parsed.error.issues.map(({ message }) => message).join('') });
    const form = formKey(req);
    // Other words are another comment.
    const id = form ? idOfForm(req.payload.secret, person, JSON.stringify(['comments', routeId(req), parsed.data]), form) : undefined;
    const { message, status } = await addComment(req.payload, routeId(req), person, parsed.data, systemClock.now(), id);
    return answer(status, { message });
  },
};

/** `POST /api/stories/:id/comments/:comment/resolve`. */
const resolve: Endpoint = {
  path: '/:id/comments/:comment/resolve',
  method: 'post',
  handler: async (req) => {
    const person = personOf(req);
    if (!person) return nobody();
    const { message, status } = await resolveComment(req.payload, routeId(req), String(req.routeParams?.comment ?? ''), person, systemClock.now());
    return answer(status, { message });
  },
};

export const commentEndpoints: Endpoint[] = [list, add, resolve];
