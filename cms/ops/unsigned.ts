import type { Payload } from 'payload';
import { civilDay, instantOf, addDays } from '../../campaigns/calendar/civil-day.ts';
import { dailyId, dailyTitle } from '../../campaigns/planner/daily.ts';
import { unsignedPosts, type UnsignedPost } from '../../campaigns/planner/unsigned.ts';
import { createDeliveryStore } from '../store/payload-delivery-store.ts';
import { readPlannerInput } from '../schedule/planner-source.ts';
import { contentOf } from '../content/content.ts';

/** Working days before its minute from which an unsigned post is told of, and days after it. */
export const unsignedTerms = { workingDays: 3, after: 14 };

export interface Unsigned extends UnsignedPost {
  /** The story's title, or the post's label while it has none. */
  title: string;
  campaign: string;
  /** A sentence's end. */
  why: '活动还没有确认' | '还没有选定稿件' | '稿件还没有签发' | '稿件已经撤回' | '还没有第二人确认';
  /** Its minute has passed. */
  missed: boolean;
}

/**
 * Posts within the coming working days or lately past that will not go out: there is no signed story that may, or nobody
 * has confirmed the campaign. @param days how far back and ahead, civil days; by default the terms of warning
 */
export async function readUnsigned(
  payload: Payload,
  now: Date,
  days?: { back: number; ahead: number },
): Promise<Unsigned[]> {
  const today = civilDay(now);
  const ahead = days
    ? addDays(today, days.ahead)
    : (await contentOf(payload).workdays()).addWorkingDays(today, unsignedTerms.workingDays).day;
  const input = await readPlannerInput(payload, createDeliveryStore(payload), now, {
    holdStarter: false,
    withStoryless: true,
  });
  const found = unsignedPosts(
    input,
    instantOf(addDays(today, -(days?.back ?? unsignedTerms.after))),
    instantOf(addDays(ahead, 1)),
  );
  if (found.length === 0) return [];
  const all = { depth: 0, pagination: false } as const;
  const stories = found.flatMap(({ storyId }) => storyId ?? []);
  const [posts, campaigns, titles, gone] = await Promise.all([
    payload.find({
      ...all,
      collection: 'posts',
      where: { id: { in: found.map(({ postId }) => postId) } },
      select: { label: true },
    }),
    payload.find({
      ...all,
      collection: 'campaigns',
      joins: false,
      where: { id: { in: found.map(({ campaignId }) => campaignId) } },
      select: { title: true },
    }),
    payload.find({
      ...all,
      collection: 'stories',
      joins: false,
      where: { id: { in: stories } },
      select: { title: true },
    }),
    payload.find({
      ...all,
      collection: 'publications',
      where: { and: [{ story: { in: stories } }, { state: { in: ['withdrawn', 'dropped'] } }] },
      select: { story: true },
    }),
  ]);
  const withdrawn = new Set(gone.docs.map(({ story }) => (typeof story === 'object' ? story.id : story)));
  return found.map((row) => ({
    ...row,
    title:
      titles.docs.find(({ id }) => id === row.storyId)?.title ??
      posts.docs.find(({ id }) => id === row.postId)?.label ??
      '',
    campaign:
      row.campaignId === dailyId ? dailyTitle : (campaigns.docs.find(({ id }) => id === row.campaignId)?.title ?? ''),
    why: !row.confirmed
      ? '活动还没有确认'
      : row.waits
        ? '还没有第二人确认'
        : row.storyId === null
          ? '还没有选定稿件'
          : withdrawn.has(row.storyId)
            ? '稿件已经撤回'
            : '稿件还没有签发',
    missed: row.plannedAt <= now,
  }));
}
