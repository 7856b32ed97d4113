import type { Endpoint } from 'payload';
import { personOf } from '../../access/person-of.ts';
import { answer, nobody, routeId } from '../../http/review-answer.ts';
import { bases, compareSince } from './since.ts';

/** `GET /api/stories/:id/difference?since=release|review` → what changed, paragraph by paragraph, or one sentence why nothing can be told. */
export const differenceEndpoint: Endpoint = {
  path: '/:id/difference',
  method: 'get',
  handler: async (req) => {
    const person = personOf(req);
    if (!person) return nobody();
    const asked = req.searchParams.get('since') ?? 'release';
    const base = bases.find((known) => known === asked);
    if (!base) return answer(422, { message: `since 写的是“${asked.slice(0, 20)}”：请写 release（和在线的比）或 review（和上一次审时比）。` });
    const compared = await compareSince(req.payload, routeId(req), base, person.id);
    return compared.status === 200 ? answer(200, compared.compared) : answer(compared.status, { message: compared.message });
  },
};
