import type { Payload } from 'payload';
import { civilDay, partsOf } from '../../campaigns/calendar/civil-day.ts';
import type { ChannelAccount } from '../../campaigns/channels/accounts.ts';
import type { Channel } from '../../campaigns/channels/channel.ts';
import type { DatedPost } from '../../campaigns/planner/conflicts/conflict.ts';
import type { Release } from '../../campaigns/ports/release.ts';
import { judgingChannels } from '../checking/findings/channel-findings.ts';
import { contentOf } from '../content/content.ts';
import { idOf } from '../database/id-of.ts';
import { loadPlan, type Plan } from '../schedule/plan.ts';
import { openPauses, type OpenPause } from '../store/channel-pauses.ts';
import { createReleaseSource } from '../store/release-source.ts';

/** What a push is judged by: the story's live release, and all that is planned. */
export interface Situation {
  /** Null: nothing of the story may go out. */
  release: Release | null;
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
  const [story, accounts, pauses, plan, release] = await Promise.all([
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
    release,
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

/** What may go out of a story at this moment; null: nothing. */
async function liveRelease(payload: Payload, storyId: string, now: Date): Promise<Release | null> {
  const source = createReleaseSource(payload, { now: () => now, sleep: () => Promise.resolve() });
  const { docs } = await payload.find({
    collection: 'publications',
    where: { and: [{ story: { equals: storyId } }, { state: { equals: 'live' } }] },
    limit: 1,
    depth: 0,
    pagination: false,
    select: { release: true },
  });
  const id = idOf(docs[0]?.release);
  return id && (await source.isLive(id)) ? source.get(id) : null;
}
