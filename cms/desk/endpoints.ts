import type { Endpoint } from 'payload';
import { oneOf, param, staffEndpoint } from '../access/staff-endpoint.ts';
import { versionRead } from '../editing/version-read.ts';
import { reviewActNames } from '../story/act.ts';
import { readActBody } from '../review/act-body.ts';
import { commentEndpoints } from '../review/comments/endpoints.ts';
import { correctionEndpoint } from '../publication/correction-endpoint.ts';
import { differenceEndpoint } from '../review/difference/endpoint.ts';
import { handOverEndpoint } from '../review/hand-over-endpoint.ts';
import { listActs } from '../review/list-acts.ts';
import { performReview } from './perform.ts';
import { answer, content, parseJson } from '../http/http.ts';

/** `GET /api/stories/:id/review`: what I may do to this story now, and why not the rest. */
const list = staffEndpoint('get', '/:id/review', async ({ id, payload, person }) => {
  const found = await listActs(payload, id, person);
  return found ? content(found) : answer(404, '没有这篇稿件。');
});

/** `POST /api/stories/:id/review/:act` with the body of `act-body.ts`, and the version that the page shows in its header → 200 `{ stage, message }` or 4xx `{ message }`. */
const act = staffEndpoint('post', '/:id/review/:act', async ({ id, payload, person, req }) => {
  const name = oneOf(reviewActNames, param(req, 'act'), '这个操作');
  const body = readActBody(name, parseJson(await req.text?.()));
  if (typeof body === 'string') return answer(422, body);
  const result = await performReview({ payload }, { storyId: id, act: name, person, read: versionRead(req), ...body });
  return result.ok ? answer(200, result.message, { stage: result.stage }) : answer(result.status, result.message);
});

export const reviewEndpoints: Endpoint[] = [
  list,
  act,
  correctionEndpoint,
  differenceEndpoint,
  handOverEndpoint,
  ...commentEndpoints,
];
