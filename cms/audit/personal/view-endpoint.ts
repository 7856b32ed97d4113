import type { CollectionSlug, PayloadRequest } from 'payload';
import { z } from 'zod';
import { staffEndpoint } from '../../access/staff-endpoint.ts';
import { answer, readBody } from '../../http/http.ts';
import { cleanLine } from '../../words/clean-line.ts';
import { actorOf, originOf, visitor } from '../actor.ts';
import { nounOf } from '../said.ts';
import { titleOf } from '../title-of.ts';
import { trailOf } from '../trail-of.ts';
import { guardedFields } from './fields.ts';
import { fieldAt, linesOf } from './lines-of.ts';
import { fileAddress } from './ticket.ts';

const short = '请写明查看的理由，至少5个字，例如 核对同意书是否由监护人签字。';
const body = z.strictObject(
  {
    collection: z.string({ error: '请写明哪一类（collection）。' }).max(60, '没有这一类。'),
    id: z.string({ error: '请写明哪一条（id）。' }).max(100, '没有这一条。'),
    field: z.string({ error: '请写明哪一项（field）。' }).max(100, '没有这一项。'),
    reason: z
      .string({ error: short })
      .transform(cleanLine)
      .refine((text) => [...text].length >= 5, short)
      .refine((text) => [...text].length <= 200, '理由最多200字，请缩短。'),
  },
  { error: '查看个人信息要四个字段：collection、id、field、reason（理由），请核对。' },
);

/**
 * `POST /api/personal-data/view` with `{ collection, id, field, reason }` → 200 `{ value, lines }` (the value, and as people read it; of
 * a file its address for five minutes), or 4xx `{ message }`. For whoever
 * may read the row. The row of the trail is written before the value is given away. Source: G26.
 */
export const viewEndpoint = staffEndpoint('post', '/personal-data/view', async ({ now, payload, req }) => {
  const { collection, id, field: path, reason } = await readBody(req, body, short);
  const field = guardedFields(collection).find((known) => known.path === path);
  if (!field) return answer(422, '这一项不是要写明理由才能查看的个人信息：请核对 collection 和 field。');
  const row = await readable(req, collection as CollectionSlug, id);
  if (!row) return answer(404, '没有这一条，或者您的职责不能查看它。');
  const { config } = payload.collections[collection as CollectionSlug];
  const trail = trailOf(payload);
  if (!trail) return answer(503, '审计记录没有开启，不能查看个人信息。');
  const title = titleOf(collection, config.admin.useAsTitle, row, trail.digest);
  await trail.append({
    ...(actorOf(req) ?? visitor),
    ...originOf(req),
    phase: 'event',
    intent: null,
    act: 'view-personal-data',
    target: collection,
    rowId: id,
    title,
    changes: null,
    reason,
    said: `查看个人信息 ${nounOf(config) ?? ''}${title ? `《${title}》` : ''}的“${field.label}”`,
  });
  const value =
    path === 'file'
      ? fileAddress(req, collection, String(row.filename), now)
      : path.split('.').reduce<unknown>((at, name) => Reflect.get(Object(at), name), row);
  const shown = fieldAt(config.flattenedFields, path);
  return answer(200, '已记录这次查看。', {
    value: value ?? null,
    lines: shown && path !== 'file' ? linesOf(shown, value) : [],
  });
});

/** The whole row, if this person may read it at all. */
async function readable(
  req: PayloadRequest,
  collection: CollectionSlug,
  id: string,
): Promise<Record<string, unknown> | null> {
  const seen = await req.payload
    .find({
      collection,
      where: { id: { equals: id } },
      limit: 1,
      depth: 0,
      overrideAccess: false,
      user: req.user,
      select: {},
    })
    .catch(() => null);
  if (!seen || seen.docs.length === 0) return null;
  return req.payload.db.findOne<Record<string, unknown> & { id: string }>({
    collection,
    where: { id: { equals: id } },
  });
}
