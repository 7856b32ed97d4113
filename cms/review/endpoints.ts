import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';
import { personOf } from '../access/person-of.ts';
import { correctionEndpoint } from './correction-endpoint.ts';
import { reviewActNames, type ReviewAct } from './act.ts';
import { listActs } from './list-acts.ts';
import { performReview } from './perform.ts';

const body = z.strictObject({
  note: z.string({ error: 'note 应是一段文字。' }).max(500, '意见最多500字，请缩短。').optional(),
}, { error: '只收一个字段 note（意见），请核对。' });

const answer = (status: number, content: object) => Response.json(content, { status, headers: { 'Cache-Control': 'no-store' } });
const nobody = () => answer(401, { message: '请先登录后台。' });
const idOf = (req: PayloadRequest): string => String(req.routeParams?.id ?? '');

/** `GET /api/stories/:id/review`: what I may do to this story now, and why not the rest. */
const list: Endpoint = {
  path: '/:id/review',
  method: 'get',
  handler: async (req) => {
    const person = personOf(req);
    if (!person) return nobody();
    const found = await listActs(req.payload, idOf(req), person);
    return found ? answer(200, found) : answer(404, { message: '没有这篇稿件。' });
  },
};

/** `POST /api/stories/:id/review/:act` with `{ note? }` → 200 `{ stage, message }` or 4xx `{ message }`. */
const act: Endpoint = {
  path: '/:id/review/:act',
  method: 'post',
  handler: async (req) => {
    const person = personOf(req);
    if (!person) return nobody();
    const name = reviewActNames.find((known) => known === req.routeParams?.act);
    if (!name) return answer(422, { message: `没有“${String(req.routeParams?.act)}”这个操作：请用 ${reviewActNames.join('、')} 之一。` });
    const parsed = body.safeParse(await readJson(req));
    if (!parsed.success) return answer(422, { message: parsed.error.issues.map((issue) => issue.message).join('') });
    const result = await performReview({ payload: req.payload }, { storyId: idOf(req), act: name satisfies ReviewAct, person, note: parsed.data.note ?? '' });
    return result.ok ? answer(200, { stage: result.stage, message: result.message }) : answer(result.status, { message: result.message });
  },
};

export const reviewEndpoints: Endpoint[] = [list, act, correctionEndpoint];

/** An empty body is no note; anything unreadable is refused by the schema. */
async function readJson(req: PayloadRequest): Promise<unknown> {
  const text = (await req.text?.()) ?? '';
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
