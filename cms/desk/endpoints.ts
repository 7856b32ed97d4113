import type { Endpoint } from 'payload';
import { personOf } from '../access/person-of.ts';
import { versionRead } from '../editing/version-read.ts';
import { reviewActNames } from '../story/act.ts';
import { readActBody } from '../review/act-body.ts';
import { commentEndpoints } from '../review/comments/endpoints.ts';
import { correctionEndpoint } from '../publication/correction-endpoint.ts';
import { differenceEndpoint } from '../review/difference/endpoint.ts';
import { handOverEndpoint } from '../review/hand-over-endpoint.ts';
import { listActs } from '../review/list-acts.ts';
import { performReview } from './perform.ts';
import { answer, nobody, readJson, routeId } from '../http/review-answer.ts';

/** `GET /api/stories/:id/review`: what I may do to this story now, and why not the rest. */
const list: Endpoint = {
  path: '/:id/review',
  method: 'get',
  handler: async (req) => {
    const person = personOf(req);
    if (!person) return nobody();
    const found = await listActs(req.payload, routeId(req), person);
    return found ? answer(200, found) : answer(404, { message: '没有这篇稿件。' });
  },
};

/** `POST /api/stories/:id/review/:act` with the body of `act-body.ts`, and the version that the page shows in its header → 200 `{ stage, message }` or 4xx `{ message }`. */
const act: Endpoint = {
  path: '/:id/review/:act',
  method: 'post',
  handler: async (req) => {
    const person = personOf(req);
    if (!person) return nobody();
    const name = reviewActNames.find((known) => known === req.routeParams?.act);
    if (!name) return answer(422, { message: `没有“${String(req.routeParams?.act)}”这个操作：请用 ${reviewActNames.join('、')} 之一。` });
    const body = readActBody(name, await readJson(req));
    if (typeof body === 'string') return answer(422, { message: body });
    const result = await performReview({ payload: req.payload }, { storyId: routeId(req), act: name, person, read: versionRead(req), ...body });
    return result.ok ? answer(200, { stage: result.stage, message: result.message }) : answer(result.status, { message: result.message });
  },
};

export const reviewEndpoints: Endpoint[] = [list, act, correctionEndpoint, differenceEndpoint, handOverEndpoint, ...commentEndpoints];
