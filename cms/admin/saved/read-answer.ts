import { z } from 'zod';
import { neverSaved, versionOf } from '../../editing/version-read.ts';
import type { Outcome } from './save-state.ts';

const place = z.object({ path: z.string(), message: z.string(), label: z.unknown().optional() });
const failure = z.object({
  message: z.string().catch(''),
  data: z
    .object({
      errors: z.array(place).catch([]),
      moved: z.literal(true).optional().catch(undefined),
      version: z.string().catch(neverSaved),
      theirs: z.record(z.string(), z.unknown()).nullable().catch(null),
      made: z.string().optional().catch(undefined),
      untouched: z.boolean().catch(false),
      held: z.object({ name: z.string(), since: z.string() }).optional().catch(undefined),
    })
    .partial()
    .catch({}),
});
const body = z
  .object({
    doc: z.record(z.string(), z.unknown()).optional(),
    result: z.record(z.string(), z.unknown()).optional(),
    message: z.string().optional().catch(undefined),
    errors: z.array(failure).catch([]),
  })
  .catch({ errors: [] });

/** A sentence for answers that bring none. */
const plain: Record<number, string> = {
  400: '服务器没有收下：请核对填的内容。',
  403: '您的职责不能保存这一条：需要时请找管理员。',
  404: '这一条已经不在了，可能被别人删除：请把写好的复制出来。',
  413: '内容或文件太大，服务器没有收。',
  429: '保存得太频繁：请过一会儿再按保存。',
};

/** A label may be markup of the shell's: then the field's name has to do. */
const labelOf = (label: unknown, path: string): string =>
  typeof label === 'string' && label !== '' ? label.replace(/^.*>\s*/, '') : path;

/**
 * What an answer to a save means. Only a 2xx with the row in it is a save.
 * @param sent the JSON of the answer, or anything else that came
 * @param signedIn whether the server still knows who asks, as it said itself just now
 */
export function readAnswer(status: number, sent: unknown, signedIn: boolean): Outcome {
  const { doc, errors, message, result } = body.parse(sent);
  const row = doc ?? result;
  if (status >= 200 && status < 300 && row) return { kind: 'saved', doc: row, version: versionOf(row) };
  if ((status === 401 || status === 403) && !signedIn) return { kind: 'expired' };
  const moved = errors.find(({ data }) => data.moved);
  if (status === 409 && moved) {
    const { made, theirs = null, untouched = false, version = neverSaved } = moved.data;
    return { kind: 'moved', version, theirs, ...(made ? { made: { id: made, untouched } } : {}) };
  }
  const held = errors.find(({ data }) => data.held);
  if (status === 423 && held?.data.held) return { kind: 'held', message: held.message, other: held.data.held };
  const places = errors.flatMap(({ data }) =>
    (data.errors ?? []).map(({ label, message: why, path }) => ({ path, message: why, label: labelOf(label, path) })),
  );
  const said =
    errors
      .map((error) => error.message)
      .filter((text) => /[一-鿿]/.test(text))
      .join('') || (message && /[一-鿿]/.test(message) ? message : '');
  return {
    kind: 'refused',
    places,
    message:
      said ||
      plain[status] ||
      (status >= 500
        ? '服务器出错了：您写的都还在这一页，请过一会儿再按保存，还不行请找管理员。'
        : `服务器没有收下（${status}）：请再试一次，还不行请找管理员。`),
  };
}
