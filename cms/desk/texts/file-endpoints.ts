import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';
import { personOf } from '../../access/person-of.ts';
import { answer, parseJson } from '../../http/http.ts';
import { agreeToFile, mayAgreeToFiles } from './agree-to-file.ts';
import { readFileId } from '../../texts/files/file-id.ts';
import { comparedFile } from './compare-file.ts';
import { waitingFiles } from '../../texts/files/waiting-files.ts';

const body = z.strictObject(
  { version: z.string({ error: '请写明同意的是哪一版文字（version）。' }).regex(/^[0-9a-f]{32}$/, 'version 不对：请用对照里的那一个。') },
  { error: '只收 version，请核对。' },
);

const whichIn = ({ routeParams }: PayloadRequest) => readFileId(String(routeParams?.id ?? ''));

/**
 * Of `public-texts`. `GET /api/public-texts/<kind>--<name>/agree` → what `ComparedFile` says, or `{ waits: false }`;
 * `POST` with `{ version }`: 同意, the second person's act. → 200 or 4xx `{ message }`.
 */
export const fileEndpoints: Endpoint[] = [
  {
    path: '/:id/agree',
    method: 'get',
    handler: async (req) => {
      const person = personOf(req);
      if (!person) return answer(401, '请先登录后台。');
      const { kind, name } = whichIn(req);
      const found = (await waitingFiles(req.payload)).find(({ entry }) => entry.kind === kind && entry.name === name);
      return answer(200, '', found ? comparedFile(found, mayAgreeToFiles(person)) : { waits: false, version: '', writers: [], blame: [], mayAgree: false, lines: [] });
    },
  },
  {
    path: '/:id/agree',
    method: 'post',
    handler: async (req) => {
      const person = personOf(req);
      if (!person) return answer(401, '请先登录后台。');
      const parsed = body.safeParse(parseJson(await req.text?.()));
      // Whether one may at all is told before what was sent.
      if (!parsed.success && mayAgreeToFiles(person)) return answer(422, parsed.error.issues[0]?.message ?? '没有看懂，请刷新页面再试。');
      const { message, status } = await agreeToFile(req, whichIn(req), person, parsed.data?.version ?? '');
      return answer(status, message);
    },
  },
];
