import { randomBytes } from 'node:crypto';
import { instantText } from '../../campaigns/calendar/civil-day.ts';
import { applyPlan } from '../../campaigns/outbox/engine/plan/apply-plan.ts';
import { plan } from '../../campaigns/planner/plan.ts';
import { systemClock } from '../../campaigns/ports/clock.ts';
import { createDeliveryStore } from '../../cms/store/payload-delivery-store.ts';
import { readPlannerInput } from '../../cms/schedule/planner-source.ts';
import { Failure } from '../cli/failure.ts';
import type { OpenCms } from './open-cms.ts';
import { postNames } from './post-names.ts';

export interface Rehearsed {
  planned: { post: string; channel: string; plannedAt: string }[];
  gaps: { post: string; channel: string; reason: string }[];
}

/**
 * Copies a campaign and its posts so that every post becomes due `delay` milliseconds from now, and plans them as any
 * other. The copy is marked as rehearsal and never shown to the public.
 * @throws Failure when there is no such campaign.
 */
export async function rehearse({ payload, settings }: OpenCms, slug: string, delay: number): Promise<Rehearsed> {
  const campaign = await newestCampaign(payload, slug);
  const { docs: posts } = await payload.find({
    collection: 'posts',
    where: { campaign: { equals: campaign.id } },
    limit: 0,
    pagination: false,
    depth: 0,
    overrideAccess: true,
  });
  if (posts.length === 0)
    throw new Failure(`活动“${campaign.title}”还没有任何推送，没有可以彩排的内容：请先在后台给它排上推送。`);
  const { id: _id, createdAt: _created, updatedAt: _updated, posts: _posts, phases, actions, ...kept } = campaign;
  const copySlug = `${slug}-rehearsal-${randomBytes(3).toString('hex')}`;
  const copy = await payload.create({
    collection: 'campaigns',
    overrideAccess: true,
    data: {
      ...kept,
      slug: copySlug,
      key: `${campaign.year}/${copySlug}`,
      rehearsal: true,
      state: 'confirmed',
      phases: phases.map(withoutRowId),
      actions: actions?.map(withoutRowId) ?? [],
      tasks: [],
      goals: [],
    },
  });
  const at = new Date(systemClock.now().getTime() + delay).toISOString();
  const copies = new Set<string>();
  for (const post of posts) {
    const { id: _postId, createdAt: _c, updatedAt: _u, ...fields } = post;
    const made = await payload.create({
      collection: 'posts',
      overrideAccess: true,
      data: { ...fields, campaign: copy.id, key: `${copy.id}/${post.slug}`, at },
    });
    copies.add(made.id);
  }
  const store = createDeliveryStore(payload);
  const now = systemClock.now();
  const next = plan(await readPlannerInput(payload, store, now, { holdStarter: settings.CHANNELS === 'live' }));
  await applyPlan({ plan: next, store, clock: systemClock });
  const names = await postNames(payload, [...copies]);
  const deliveries = await store.list({ postIds: [...copies] });
  return {
    planned: deliveries.map((d) => ({
      post: names.get(d.postId) ?? d.postId,
      channel: d.channel,
      plannedAt: instantText(d.plannedAt),
    })),
    gaps: next.gaps
      .filter((g) => copies.has(g.postId))
      .map((g) => ({ post: names.get(g.postId) ?? g.postId, channel: g.channel, reason: g.reason })),
  };
}

/** Rows of a copy get ids of their own. */
const withoutRowId = <T extends { id?: string | null }>({ id: _id, ...row }: T) => row;

/** The campaign of that name in the latest year; slugs repeat every year. */
async function newestCampaign(payload: OpenCms['payload'], slug: string) {
  const { docs } = await payload.find({
    collection: 'campaigns',
    where: { and: [{ slug: { equals: slug } }, { rehearsal: { not_equals: true } }] },
    sort: '-year',
    limit: 1,
    depth: 0,
    joins: {},
    overrideAccess: true,
  });
  const campaign = docs[0];
  if (!campaign) throw new Failure(`没有短名为“${slug}”的活动：请在后台“活动”里核对短名。`);
  return campaign;
}
