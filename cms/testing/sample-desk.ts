import type { Payload } from 'payload';
import { civilDay } from '../../campaigns/calendar/civil-day.ts';
import type { DeliveryState } from '../../campaigns/ports/delivery.ts';
import { draft, newsroom, release, type Desk } from './story.ts';

/** A desk at work, for tests: one campaign around 国家宪法日 2026 with a post, two released stories, copies in many states. */
export interface SampleDesk {
  desk: Desk;
  campaignId: string;
  postId: string;
  stories: string[];
  releases: string[];
  deliver(
    state: DeliveryState,
    plannedAt: Date,
    more?: Partial<
      Record<'channel' | 'note' | 'url', string> & { nextAt: Date; release: number; progress: Record<string, string> }
    >,
  ): Promise<string>;
}

export async function sampleDesk(payload: Payload): Promise<SampleDesk> {
  const desk = await newsroom(payload);
  const stories = [
    await draft(payload, desk.author, { title: '信用报告怎么看（示例）' }),
    await draft(payload, desk.author, { title: '秤上的星（示例）' }),
  ].map(({ id }) => id);
  const releases: string[] = [];
  for (const id of stories) releases.push(await release(payload, id, desk));
  const campaign = await payload.create({
    collection: 'campaigns',
    data: {
      title: '宪法日',
      slug: 'constitution',
      theme: '说到做到',
      standfirst: '说到做到',
      occasion: 'constitution-day',
      year: 2026,
      state: 'confirmed',
      phases: [
        { name: '知道', startOffset: -7, endOffset: -1 },
        { name: '当天', startOffset: 0, endOffset: 0 },
        { name: '改正', startOffset: 1, endOffset: 3 },
      ],
    } as never,
  });
  const post = await payload.create({
    collection: 'posts',
    data: {
      campaign: campaign.id,
      story: stories[0],
      label: '当天',
      slug: 'day',
      channels: ['wechat'],
      anchor: 'start',
      offsetDays: 0,
      time: '09:00',
      misfire: 'late',
      misfireWindow: 60,
    } as never,
  });
  let count = 0;
  const deliver: SampleDesk['deliver'] = async (state, plannedAt, { release: which = 0, ...more } = {}) => {
    count += 1;
    const data = {
      key: `k${count}`,
      campaignId: campaign.id,
      postId: count === 1 ? post.id : `post-${civilDay(plannedAt)}-${count}`,
      channel: 'wechat',
      releaseId: releases[which],
      state,
      plannedAt: plannedAt.toISOString(),
      misfire: 'late',
      misfireWindow: 60,
      attempts: 1,
      ...more,
      ...(more.nextAt ? { nextAt: more.nextAt.toISOString() } : {}),
    };
    return (await payload.create({ collection: 'deliveries', data: data as never })).id;
  };
  return { desk, campaignId: campaign.id, postId: post.id, stories, releases, deliver };
}
