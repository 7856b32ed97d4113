import { z } from 'zod';
import { allow, staffEndpoint } from '../../access/staff-endpoint.ts';
import { answer, readBody } from '../../http/http.ts';
import { dueReprints } from './due.ts';
import { mayLookAtSources } from './may-look.ts';
import { recordSource } from './record.ts';
import { contentOf } from '../../content/content.ts';

const body = z.strictObject(
  {
    release: z
      .string({ error: '请写明是哪一版（release）。' })
      .min(1, '请写明是哪一版（release）。')
      .max(64, 'release 不对。'),
    result: z.enum(['stands', 'changed', 'gone'], {
      error: 'result 只能写 stands（还在）、changed（改动过）或 gone（没有了）。',
    }),
  },
  { error: '只收 release 和 result，请核对。' },
);

const mended = {
  stands: '已记下：源稿还在，没有改动。',
  changed: '已记下：源稿改动过。请对照源稿改稿，重新送审签发；在那之前“今日”会一直提醒。',
  gone: '已记下：源稿没有了。请终审人马上撤回这一篇；在那之前“今日”会一直提醒。',
} as const;

/** `POST /api/stories/:id/source` with `{ release, result }`: somebody has looked at the source of a reprint again. → 200 or 4xx `{ message }`. */
export const sourceEndpoint = staffEndpoint('post', '/:id/source', async ({ id, now, payload, person, req }) => {
  allow(mayLookAtSources(person), '您的职责不能核对转载稿的来源：请采编或审稿人来核对。');
  const sent = await readBody(req, body);
  const { reprintCheckHours } = await contentOf(payload).nightlyTerms();
  const { release, result } = sent;
  const due = (await dueReprints(payload, now, reprintCheckHours)).find(
    ({ releaseId, storyId }) => storyId === id && releaseId === release,
  );
  if (!due) return answer(409, '这一版的来源现在不用核对：可能刚有人核对过，或者已经换了新版、已经撤回。');
  await recordSource(payload, {
    storyId: due.storyId,
    releaseId: due.releaseId,
    source: due.source,
    url: due.url,
    result,
    by: person,
    at: now,
  });
  return answer(200, mended[result]);
});
