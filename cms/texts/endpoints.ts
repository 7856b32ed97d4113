import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';
import { personOf } from '../access/person-of.ts';
import { answer, readJson } from '../store/http.ts';
import { agree, compareWords } from './agree.ts';
import { subjects, type SubjectSlug } from './subjects.ts';

const body = z.strictObject(
  { version: z.string({ error: '请写明同意的是哪一版文字（version）。' }).regex(/^[0-9a-f]{32}$/, 'version 不对：请用对照里的那一个。') },
  { error: '只收 version，请核对。' },
);

const idOf = (req: PayloadRequest): string => String(req.routeParams?.id ?? '');

/**
 * `GET /api/<collection>/:id/agree` → `{ waits, version, writers, mayAgree, lines }`: 现在 and 改为, side by side.
 * `POST` with `{ version }`: 同意, the second person's act. → 200 or 4xx `{ message }`.
 */
export const agreeEndpoints = (subject: SubjectSlug): Endpoint[] => [
  {
    path: '/:id/agree',
    method: 'get',
    handler: async (req) => {
      const person = personOf(req);
      if (!person) return answer(401, '请先登录后台。');
      const compared = await compareWords(req, subject, idOf(req), person);
      return compared ? answer(200, '', compared) : answer(404, `没有这条${subjects[subject].noun}：它可能已被删除。`);
    },
  },
  {
    path: '/:id/agree',
    method: 'post',
    handler: async (req) => {
      const person = personOf(req);
      if (!person) return answer(401, '请先登录后台。');
      const parsed = body.safeParse(readJson(await req.text?.()));
      // Whether one may at all is told before what was sent.
      const { message, status } = await agree(req, subject, idOf(req), person, parsed.success ? parsed.data.version : '');
      if (!parsed.success && status !== 403 && status !== 404) return answer(422, parsed.error.issues[0]?.message ?? '没有看懂，请刷新页面再试。');
      return answer(status, message);
    },
  },
];
