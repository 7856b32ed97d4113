import type { Endpoint } from 'payload';
import { z } from 'zod';
import { can } from '../../access/can.ts';
import { allow, staffEndpoint } from '../../access/staff-endpoint.ts';
import { answer, readBody } from '../../http/http.ts';
import { storyFindings } from '../findings/story-findings.ts';
import { idNumbersIn } from '../save/refuse-id-numbers.ts';
import { remember } from './remember.ts';

const body = z.strictObject(
  {
    mark: z.string({ error: '请写明是哪一条（mark）。' }).regex(/^[\w-]{32}$/, 'mark 不对：请用检查结果里的那一个。'),
    scope: z
      .enum(['story', 'everywhere'], { error: 'scope 只能写 story（只这一篇）或 everywhere（所有稿件）。' })
      .default('story'),
    reason: z
      .string({ error: '请写明理由（reason）。' })
      .trim()
      .min(4, '请写一句理由，让检查的人看得懂，至少4个字。')
      .max(200, '理由最多200字，请缩短。'),
  },
  { error: '只收三个字段：mark、scope、reason，请核对。' },
);

/** `GET /api/stories/:id/findings` → `{ findings }`: what the checks say of the story as it was saved, and what people have said of that. */
const list = staffEndpoint('get', '/:id/findings', async ({ id, payload, person }) => {
  allow(can(person, 'read', 'stories') !== null, '您的职责不能查看稿件。');
  const story = await payload.findByID({ collection: 'stories', id, depth: 0, disableErrors: true, joins: false });
  if (!story) return answer(404, '没有这篇稿件：它可能已被删除。');
  return answer(200, '', { findings: await storyFindings(payload, story) });
});

/** `POST /api/stories/:id/findings` with `{ mark, scope?, reason }`: 这不是问题. → 200 or 4xx `{ message }`. */
const judge = staffEndpoint('post', '/:id/findings', async ({ id, now, payload, person, req }) => {
  allow(can(person, 'read', 'stories') !== null, '您的职责不能查看稿件。');
  const sent = await readBody(req, body);
  const [numbers] = idNumbersIn([{ path: 'reason', field: '理由', text: sent.reason, at: () => '理由' }]);
  if (numbers) return answer(422, numbers.message);
  const result = await remember(payload, { ...sent, storyId: id, person, now });
  return answer(result.ok ? 200 : result.status, result.message);
});

export const findingEndpoints: Endpoint[] = [list, judge];
