import type { Endpoint, PayloadRequest } from 'payload';
import type { Person } from '../../access/person.ts';
import { staffEndpoint } from '../../access/staff-endpoint.ts';
import { answer, parseJson } from '../../http/http.ts';
import { agree, compareWords } from './agree.ts';
import type { Agreed } from './may-become-public.ts';
import { refuse } from './refuse.ts';
import { subjects, type SubjectSlug } from '../../texts/subjects.ts';
import { wordBody } from './word-body.ts';

type Act = (
  req: PayloadRequest,
  subject: SubjectSlug,
  id: string,
  person: Person,
  said: { version: string; reason: string },
) => Promise<Agreed>;

/** A person's word on a wording that they name. */
const act = (subject: SubjectSlug, path: string, run: Act): Endpoint =>
  staffEndpoint('post', path, async ({ id, person, req }) => {
    const parsed = wordBody.safeParse(parseJson(await req.text?.()));
    // Whether one may at all is told before what was sent.
    const { message, status } = await run(
      req,
      subject,
      id,
      person,
      parsed.success ? parsed.data : { version: '', reason: '' },
    );
    if (!parsed.success && status !== 403 && status !== 404)
      return answer(422, parsed.error.issues[0]?.message ?? '没有看懂，请刷新页面再试。');
    return answer(status, message);
  });

/**
 * `GET /api/<collection>/:id/agree` → `{ waits, meanwhile, version, writers, refusal, barring, doubts, mayAgree, mayRefuse, lines }`: 现在 and 改为, side by side.
 * `POST` with `{ version, reason? }`: 同意, the second person's act; `reason` where the checks may have read something wrongly.
 * `POST …/:id/refuse` with `{ version, reason }`: 不同意. → 200 or 4xx `{ message }`.
 */
export const agreeEndpoints = (subject: SubjectSlug): Endpoint[] => [
  staffEndpoint('get', '/:id/agree', async ({ id, person, req }) => {
    const compared = await compareWords(req, subject, id, person);
    return compared ? answer(200, '', compared) : answer(404, `没有这条${subjects[subject].noun}：它可能已被删除。`);
  }),
  act(subject, '/:id/agree', (req, slug, id, person, { reason, version }) =>
    agree(req, slug, id, person, version, { reason }),
  ),
  act(subject, '/:id/refuse', (req, slug, id, person, { reason, version }) =>
    refuse(req, slug, id, person, version, reason),
  ),
];
