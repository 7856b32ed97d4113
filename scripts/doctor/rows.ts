import { jsonColumns } from '../../cms/ops/unfit/json-columns.ts';
import { lookAtRows } from '../../cms/ops/unfit/look-at-rows.ts';
import { lookRound } from '../../cms/ops/unfit/look-round.ts';
import type { OpenCms } from '../compose/open-cms.ts';
import { ok, warn, type Finding } from './finding.ts';

/** Of each kind the newest; the minute goes round all of them. */
const newest = 2000;
const named = 5;

/** Rows whose JSON columns cannot be read: those the running product knows of, and the newest of every kind. */
export async function checkRows({ payload }: OpenCms): Promise<Finding> {
  const check = '保存的数据';
  const found = new Map((await lookRound(payload)).map((row) => [`${row.collection} ${row.id}`, row]));
  for (const columns of jsonColumns(payload))
    for (const row of (await lookAtRows(payload, columns, {}, newest, '-id')).unfit)
      found.set(`${row.collection} ${row.id}`, row);
  if (found.size === 0) return ok(check, `每一种最新的${newest}条都读得出来`);
  const sentences = [...found]
    .slice(0, named)
    .map(([key, { problems, title }]) => `${title}（${key}）：${problems.join('')}`);
  return warn(
    check,
    `有${found.size}条读不出来，它们的网页和动作停着，其余照常：${sentences.join('')}${found.size > named ? '另有几条没有列出。' : ''}请和最近一份好的备份核对。`,
  );
}
