import type { Payload } from 'payload';
import { each } from '../../campaigns/bulkhead/each.ts';
import { civilDay } from '../../campaigns/calendar/civil-day.ts';
import { proposalsOf, proposingYears, type Candidate } from '../../campaigns/programme/propose.ts';
import { loadYear } from '../schedule/year.ts';
import type { Campaign } from '../payload-types.ts';
import { isTaken } from '../database/insert-once.ts';
import { copyOf, sameNextYear } from './copy-campaign.ts';
import { copyWriters } from './copy-writers.ts';
import { fillPosts, writeCopy } from './write-copy.ts';
import { contentOf } from '../content/content.ts';

/**
 * From the day that `content/programme.yaml` names, drafts next year's campaigns after this year's confirmed ones. Every
 * call compares and closes the difference, in any number of processes; what was proposed once is remembered on this
 * year's row, so that a draft that a person deleted does not come back.
 * @returns titles of the new drafts
 */
export async function proposeCampaigns(payload: Payload, now: Date): Promise<string[]> {
  const today = civilDay(now);
  const years = proposingYears(today, await contentOf(payload).programmeRules());
  const made = await each(
    years,
    (year) => [`year ${year}`, `${year + 1} 年的草稿`],
    async (year) => {
      const { docs } = await payload.find({
        collection: 'campaigns',
        pagination: false,
        depth: 0,
        joins: false,
        where: { and: [{ year: { in: [year, year + 1] } }, { rehearsal: { not_equals: true } }] },
      });
      const candidates = docs.map((row): Candidate & { row: Campaign } => ({
        id: row.id,
        slug: row.slug,
        year: row.year,
        occasion: row.occasion,
        state: row.state,
        proposedFor: row.proposedFor ?? null,
        row,
      }));
      if (!candidates.some((c) => c.year === year && (c.proposedFor ?? 0) <= year)) return [];
      const { make, settled } = proposalsOf(year, candidates, await loadYear(payload, year + 1), today);
      const name = ({ row }: { row: Campaign }) => [`campaign ${row.id}`, `活动“${row.title}”`] as const;
      await each(settled, name, ({ row }) => settle(payload, row));
      return (await each(make, name, async ({ row }) => ((await propose(payload, row)) ? [row.title] : []))).flat();
    },
  );
  return made.flat();
}

async function propose(payload: Payload, row: Campaign): Promise<boolean> {
  const copy = await copyOf(payload, row);
  if (!copy) return false;
  try {
    await writeCopy(payload, copy, 'proposed', await copyWriters(payload, row, null));
  } catch (error) {
    // Another process was faster: its draft settles the matter at the next call.
    if (isTaken(error, ['key'])) return false;
    throw error;
  }
  await remember(payload, row);
  return true;
}

/** A proposal that was cut off before its posts were all there is completed, then remembered. */
async function settle(payload: Payload, row: Campaign): Promise<void> {
  const next = await sameNextYear(payload, row);
  const copy = next?.origin === 'proposed' && next.state === 'draft' ? await copyOf(payload, row) : null;
  if (next && copy) await fillPosts(payload, next.id, copy, await copyWriters(payload, row, null));
  await remember(payload, row);
}

const remember = (payload: Payload, { id, year }: Campaign) =>
  payload.update({ collection: 'campaigns', id, depth: 0, data: { proposedFor: year + 1 } });
