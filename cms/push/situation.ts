import type { Payload } from 'payload';
import { civilDay, partsOf } from '../../campaigns/calendar/civil-day.ts';
import type { ChannelAccount } from '../../campaigns/channels/accounts.ts';
import type { Channel } from '../../campaigns/channels/channel.ts';
import type { DatedPost } from '../../campaigns/planner/conflicts/conflict.ts';
import type { Shown } from '../../campaigns/planner/showing.ts';
import type { Release } from '../../campaigns/ports/release.ts';
import { judgingChannels } from '../checking/findings/channel-findings.ts';
import { contentOf } from '../content/content.ts';
import { idOf } from '../database/id-of.ts';
import { showingFields, showingOfRow } from '../release/showing-of-row.ts';
import { loadPlan, type Plan } from '../schedule/plan.ts';
import { openPauses, type OpenPause } from '../store/channel-pauses.ts';
import { createReleaseSource } from '../store/release-source.ts';

/** What a push is judged by: the story's live release, and all that is planned. */
export interface Situation {
  /** Null: nothing of the story may go out. */
  release: Release | null;
  /** 定时上线 and 定时下线 of that release. */
  shown: Shown;
  /** The story's title, for sentences; null: there is no such story. */
  title: string | null;
  accounts: ChannelAccount[];
  /** Of the same accounts: they judge and send nothing. */
  channels: Channel[];
  pauses: OpenPause[];
  plan: Plan;
  /** Everything planned but the push itself. */
  others: DatedPost[];
  /** The push itself, as far as it has gone; null while it is only asked for. */
  own: DatedPost | null;
  now: Date;
}

/** @param around instants whose years the plan must cover beside this and the next one */
export async function readSituation(
  payload: Payload,
  { now, postId = null, storyId }: { storyId: string; postId?: string | null; now: Date },
  around: readonly Date[] = [],
): Promise<Situation> {
  const thisYear = partsOf(civilDay(now)).year;
  // Whatever day somebody types: further away nothing is planned.
  const near = around.map((at) => partsOf(civilDay(at)).year).filter((year) => Math.abs(year - thisYear) <= 2);
  const years = [...new Set([thisYear, thisYear + 1, ...near])];
  const [story, accounts, pauses, plan, live] = await Promise.all([
    payload.findByID({
      collection: 'stories',
      id: storyId,
      depth: 0,
      joins: false,
      disableErrors: true,
      select: { title: true },
    }),
    contentOf(payload).channels(),
    openPauses(payload),
    loadPlan(payload, years.toSorted()),
    liveRelease(payload, storyId, now),
  ]);
  return {
    release: live?.release ?? null,
    shown: live?.shown ?? {},
    title: story?.title ?? null,
    accounts,
    channels: await judgingChannels(accounts),
    pauses,
    plan,
    others: plan.posts.filter(({ id }) => id !== postId),
    own: plan.posts.find(({ id }) => id === postId) ?? null,
    now,
  };
}

/** What may go out of a story at this moment, and how long it is shown; null: nothing. */
async function liveRelease(
  payload: Payload,
  storyId: string,
  now: Date,
): Promise<{ release: Release; shown: Shown } | null> {
  const source = createReleaseSource(payload, { now: () => now, sleep: () => Promise.resolve() });
  const { docs } = await payload.find({
    collection: 'publications',
    // What waits for its minute may be pushed after it: when is judged by `shown`.
    where: { and: [{ story: { equals: storyId } }, { state: { in: ['live', 'waiting'] } }] },
    limit: 1,
    depth: 0,
    pagination: false,
    select: { ...showingFields, release: true },
  });
  const [row] = docs;
  const id = idOf(row?.release);
  const release = id && (row?.state === 'waiting' || (await source.isLive(id))) ? await source.get(id) : null;
  return row && release ? { release, shown: showingOfRow(row) } : null;
}
