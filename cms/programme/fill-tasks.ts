import type { Payload } from 'payload';
import { templateTasks } from '../../campaigns/programme/task.ts';
import { occasionIn } from './load-programme.ts';
import { contentOf } from '../content/content.ts';

export type FillResult = { ok: true; count: number } | { ok: false; status: number; message: string };

/** 带出分工: gives a campaign without tasks those of its kind. Tasks that staff have written are never touched. */
export async function fillTasks(payload: Payload, id: string): Promise<FillResult> {
  const { docs } = await payload.find({
    collection: 'campaigns',
    where: { id: { equals: id } },
    limit: 1,
    pagination: false,
    depth: 0,
    joins: false,
  });
  const row = docs[0];
  if (!row) return { ok: false, status: 404, message: '没有这个活动。' };
  if ((row.tasks ?? []).length > 0) return { ok: false, status: 409, message: '已经有分工了：请在“分工”里直接增减。' };
  const occasion = await occasionIn(payload, row.year, row.occasion);
  if (!occasion) return { ok: false, status: 422, message: `节点在${row.year}年还没有日期：请先登记当年的通知。` };
  const tasks = templateTasks(await contentOf(payload).programmeRules(), occasion.kind, row.leadUnit ?? null);
  await payload.update({ collection: 'campaigns', id, depth: 0, data: { tasks } });
  return { ok: true, count: tasks.length };
}
