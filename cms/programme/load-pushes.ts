import type { Payload } from 'payload';
import { readable } from '../../campaigns/bulkhead/each.ts';
import type { OccasionDay } from '../../campaigns/calendar/occasion-days.ts';
import { marksOf } from '../../campaigns/outbox/journal/columns/known.ts';
import { isSuperseded } from '../../campaigns/outbox/journal/standing.ts';
import { plannedAt } from '../../campaigns/planner/planned-at.ts';
import { outcomesOf, type PushOutcome } from '../../campaigns/programme/results.ts';
import type { Campaign, Post } from '../payload-types.ts';
import { idOf } from '../database/id-of.ts';
import type { ScheduleLine } from './programme.ts';

export interface Pushes {
  schedule: ScheduleLine[];
  outcomes: PushOutcome[];
  corrections: number;
  /** Posts whose moment cannot be read: they are told as stuck and stand nowhere else. */
  unreadable: number;
}

/** A campaign's schedule and what became of every push of it. Without a date of its occasion, only fixed times show. */
export async function loadPushes(
  payload: Payload,
  { id }: Pick<Campaign, 'id'>,
  occasion: OccasionDay | null,
  names: ReadonlyMap<string, string>,
  now: Date,
): Promise<Pushes> {
  const { docs } = await payload.find({
    collection: 'posts',
    where: { campaign: { equals: id } },
    pagination: false,
    depth: 0,
  });
  const read = readable(
    docs,
    (post) => [`post ${post.id}`, `排期“${post.label}”`],
    (post) => ({ post, at: momentOf(post, occasion), story: idOf(post.story) }),
  );
  const posts = read
    .flatMap(({ at, post, story }) => (at ? [{ post, at, story }] : []))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  const stories = [...new Set(posts.flatMap(({ story }) => story ?? []))];
  const [titles, copies] = await Promise.all([storyTitles(payload, stories), copiesOf(payload, id)]);
  const titleOf = (story: string | null) => (story === null ? null : (titles.get(story) ?? null));
  const pushes = posts.flatMap(({ post, at, story }) =>
    [...new Set(post.channels)].map((channel) => ({
      postId: post.id,
      label: post.label,
      title: titleOf(story),
      channel,
      plannedAt: at,
    })),
  );
  return {
    schedule: posts.map(({ post, at, story }) => ({
      label: post.label,
      title: titleOf(story),
      channels: post.channels.map((channel) => names.get(channel) ?? channel),
      at,
      misfire: post.misfire,
      misfireWindow: post.misfireWindow,
    })),
    outcomes: outcomesOf(pushes, copies, now),
    corrections: await correctionsOf(payload, stories, posts[0]?.at ?? null),
    unreadable: docs.length - read.length,
  };
}

function momentOf({ anchor, at, offsetDays, time }: Post, occasion: OccasionDay | null): Date | null {
  if (at) {
    const moment = new Date(at);
    if (Number.isNaN(moment.getTime())) throw new RangeError(`发布时间“${at}”读不出来。`);
    return moment;
  }
  return occasion && plannedAt({ occasion }, { when: { anchor, offsetDays, time } });
}

async function storyTitles(payload: Payload, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { docs } = await payload.find({
    collection: 'stories',
    where: { id: { in: ids } },
    pagination: false,
    depth: 0,
    joins: false,
    select: { title: true },
  });
  return new Map(docs.map(({ id, title }) => [id, title]));
}

async function copiesOf(payload: Payload, campaignId: string): Promise<Parameters<typeof outcomesOf>[1]> {
  const { docs } = await payload.find({
    collection: 'deliveries',
    where: { campaignId: { equals: campaignId } },
    pagination: false,
    depth: 0,
    sort: 'plannedAt',
  });
  // A copy that its campaign no longer asked for never stood for anything.
  const asked = docs.filter(
    ({ progress, state }) => !isSuperseded({ state, superseded: marksOf(progress).superseded }),
  );
  return asked.map(({ channel, note, plannedAt: planned, postId, recall, sentAt, state }) => ({
    postId,
    channel,
    note: note ?? null,
    plannedAt: new Date(planned),
    sentAt: sentAt ? new Date(sentAt) : null,
    state: recall === 'deleted' ? 'withdrawn' : state,
  }));
}

async function correctionsOf(payload: Payload, stories: string[], since: Date | null): Promise<number> {
  if (stories.length === 0 || since === null) return 0;
  const { totalDocs } = await payload.count({
    collection: 'corrections',
    where: { and: [{ story: { in: stories } }, { at: { greater_than_equal: since.toISOString() } }] },
  });
  return totalDocs;
}
