import { staffEndpoint } from '../../access/staff-endpoint.ts';
import { answer, content } from '../../http/http.ts';
import { bases, compareSince } from './since.ts';

/** `GET /api/stories/:id/difference?since=release|review` → what changed, paragraph by paragraph, or one sentence why nothing can be told. */
export const differenceEndpoint = staffEndpoint('get', '/:id/difference', async ({ id, payload, person, req }) => {
  const asked = req.searchParams.get('since') ?? 'release';
  const base = bases.find((known) => known === asked);
  if (!base)
    return answer(422, `since 写的是“${asked.slice(0, 20)}”：请写 release（和在线的比）或 review（和上一次审时比）。`);
  const compared = await compareSince(payload, id, base, person.id);
  return compared.status === 200 ? content(compared.compared) : answer(compared.status, compared.message);
});
