import type { Payload } from 'payload';
import { copyToNextYear, type CampaignCopy } from '../../campaigns/programme/copy.ts';
import type { Person } from '../access/person.ts';
import type { Campaign } from '../payload-types.ts';
import { copyWriters } from './copy-writers.ts';
import { occasionIn } from './load-programme.ts';
import { isTaken } from '../database/insert-once.ts';
import { campaignOf, postOf } from './read-campaign.ts';
import { fillPosts, writeCopy } from './write-copy.ts';
import { contentOf } from '../content/content.ts';

export type CopyResult = { ok: true; id: string; message: string } | { ok: false; status: number; message: string };

const refusal = (status: number, message: string): CopyResult => ({ ok: false, status, message });

/** 复制到明年: makes next year's draft of a campaign, or says in one sentence why not. @param by who copies; null: whoever has the server */
export async function copyCampaign(payload: Payload, id: string, by: Person | null = null): Promise<CopyResult> {
  const { docs } = await payload.find({
    collection: 'campaigns',
    where: { id: { equals: id } },
    limit: 1,
    pagination: false,
    depth: 0,
    joins: false,
  });
  const row = docs[0];
  if (!row) return refusal(404, '没有这个活动。');
  if (row.rehearsal) return refusal(422, '彩排用的活动不能复制：请打开正式的那一个。');
  const year = row.year + 1;
  const copy = await copyOf(payload, row);
  if (!copy) return refusal(422, `这个节点在${row.year}年或${year}年还没有日期：请先登记当年的通知，再复制。`);
  const writers = await copyWriters(payload, row, by);
  const existing = await sameNextYear(payload, row);
  if (existing && (await isEmptyCopy(payload, existing)) && copy.posts.length > 0) {
    // A copy that was cut off after its first row.
    await fillPosts(payload, existing.id, copy, writers);
    return { ok: true, id: existing.id, message: `${year}年的草稿已经补齐排期：请挑选稿件。` };
  }
  if (existing) return refusal(409, `${year}年已经有“${existing.title}”了：请直接改那一个。`);
  try {
    return {
      ok: true,
      id: await writeCopy(payload, copy, 'copied', writers),
      message: `${year}年的草稿已经建好：请挑选稿件，核对时限，报批后再确认。`,
    };
  } catch (error) {
    // Somebody else pressed the same button a moment earlier.
    if (isTaken(error, ['key'])) return refusal(409, `${year}年的“${row.title}”刚刚有人建好了：请在活动列表里打开。`);
    throw error;
  }
}

/** The draft for the year after, not stored yet; null when the occasion has no date in either year. */
export async function copyOf(payload: Payload, row: Campaign): Promise<CampaignCopy | null> {
  const [from, to, rules] = await Promise.all([
    occasionIn(payload, row.year, row.occasion),
    occasionIn(payload, row.year + 1, row.occasion),
    contentOf(payload).programmeRules(),
  ]);
  if (!from || !to) return null;
  const { docs } = await payload.find({
    collection: 'posts',
    where: { campaign: { equals: row.id } },
    pagination: false,
    depth: 0,
    sort: 'offsetDays',
  });
  return copyToNextYear({ campaign: campaignOf(row), posts: docs.map(postOf), from, to, rules });
}

/** Next year's campaign of the same occasion or name. */
export async function sameNextYear(
  payload: Payload,
  { occasion, slug, year }: Pick<Campaign, 'occasion' | 'slug' | 'year'>,
): Promise<Campaign | null> {
  const { docs } = await payload.find({
    collection: 'campaigns',
    limit: 1,
    pagination: false,
    depth: 0,
    joins: false,
    where: {
      and: [
        { year: { equals: year + 1 } },
        { rehearsal: { not_equals: true } },
        { or: [{ occasion: { equals: occasion } }, { slug: { equals: slug } }] },
      ],
    },
  });
  return docs[0] ?? null;
}

async function isEmptyCopy(payload: Payload, { id, origin, state }: Campaign): Promise<boolean> {
  return (
    origin !== null &&
    origin !== undefined &&
    state === 'draft' &&
    (await payload.count({ collection: 'posts', where: { campaign: { equals: id } } })).totalDocs === 0
  );
}
