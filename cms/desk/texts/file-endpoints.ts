import type { Endpoint } from 'payload';
import { staffEndpoint } from '../../access/staff-endpoint.ts';
import { answer, parseJson } from '../../http/http.ts';
import { agreeToFile } from './agree-to-file.ts';
import { wordBody } from './word-body.ts';
import { isAgreer } from './may-become-public.ts';
import { readFileId } from '../../texts/files/file-id.ts';
import { compareFile } from './compare-file.ts';
import { waitingFiles } from '../../texts/files/waiting-files.ts';

/**
 * Of `public-texts`. `GET /api/public-texts/<kind>--<name>/agree` → what `ComparedFile` says, or `{ waits: false }`;
 * `POST` with `{ version, reason? }`: 同意, the second person's act; `reason` where the checks may have read something wrongly. → 200 or 4xx `{ message }`.
 */
export const fileEndpoints: Endpoint[] = [
  staffEndpoint('get', '/:id/agree', async ({ id, payload, person }) => {
    const { kind, name } = readFileId(id);
    const found = (await waitingFiles(payload)).find(({ entry }) => entry.kind === kind && entry.name === name);
    return answer(
      200,
      '',
      found
        ? await compareFile(payload, found, person)
        : { waits: false, version: '', writers: [], barring: [], doubts: [], mayAgree: false, lines: [] },
    );
  }),
  staffEndpoint('post', '/:id/agree', async ({ id, person, req }) => {
    const parsed = wordBody.safeParse(parseJson(await req.text?.()));
    // Whether one may at all is told before what was sent.
    if (!parsed.success && isAgreer(person))
      return answer(422, parsed.error.issues[0]?.message ?? '没有看懂，请刷新页面再试。');
    const { message, status } = await agreeToFile(req, readFileId(id), person, parsed.data?.version ?? '', {
      reason: parsed.data?.reason ?? '',
    });
    return answer(status, message);
  }),
];
