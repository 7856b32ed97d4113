import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';
import { systemClock } from '../../../campaigns/ports/clock.ts';
import { can } from '../../access/can.ts';
import { personOf } from '../../access/person-of.ts';
import { answer, readJson } from '../../http/http.ts';
import { storyFindings } from '../findings/story-findings.ts';
import { idNumbersIn } from '../save/refuse-id-numbers.ts';
import { remember } from './remember.ts';

const body = z.strictObject(
  {
    mark: z.string({ error: '请写明是哪一条（mark）。' }).regex(/^[\w-]{32}$/, 'mark 不对：请用检查结果里的那一个。'),
    scope: z.enum(['story', 'everywhere'], { error: 'scope 只能写 story（只这一篇）或 everywhere（所有稿件）。' }).default('story'),
    reason: z.string({ error: '请写明理由（reason）。' }).trim().min(4, '请写一句理由，让检查的人看得懂，至少4个字。').max(200, '理由最多200字，请缩短。'),
  },
  { error: '只收三个字段：mark、scope、reason，请核对。' },
);

const idParam = (req: PayloadRequest): string => String(req.routeParams?.id ?? '');

/** `GET /api/stories/:id/findings` → `{ findings }`: what the checks say of the story as it was saved, and what people have said of that. */
const list: Endpoint = {
  path: '/:id/findings',
  method: 'get',
  handler: async (req) => {
    const person = personOf(req);
    if (!person) return answer(401, '请先登录后台。');
    if (can(person, 'read', 'stories') === null) return answer(403, '您的职责不能查看稿件。');
    const story = await req.payload.findByID({ collection: 'stories', id: idParam(req), depth: 0, disableErrors: true, joins: false });
    if (!story) return answer(404, '没有这篇稿件：它可能已被删除。');
    return answer(200, '', { findings: await storyFindings(req.payload, story) });
  },
};

/** `POST /api/stories/:id/findings` with `{ mark, scope?, reason }`: 这不是问题. → 200 or 4xx `{ message }`. */
const judge: Endpoint = {
  path: '/:id/findings',
  method: 'post',
  handler: async (req) => {
    const person = personOf(req);
    if (!person) return answer(401, '请先登录后台。');
    if (can(person, 'read', 'stories') === null) return answer(403, '您的职责不能查看稿件。');
    const parsed = body.safeParse(readJson(await req.text?.()));
    if (!parsed.success) return answer(422, parsed.error.issues[0]?.message ?? '内容不对，请核对。');
    const [numbers] = idNumbersIn([{ path: 'reason', field: '理由', text: parsed.data.reason, at: () => '理由' }]);
    if (numbers) return answer(422, numbers.message);
    const result = await remember(req.payload, { ...parsed.data, storyId: idParam(req), person, now: systemClock.now() });
    return answer(result.ok ? 200 : result.status, result.message);
  },
};

export const findingEndpoints: Endpoint[] = [list, judge];
