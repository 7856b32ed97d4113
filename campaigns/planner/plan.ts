import type { CivilDay } from '../calendar/civil-day.ts';
import type { Delivery, NewDelivery } from '../ports/delivery.ts';
import type { PlannedCampaign } from './campaign.ts';
import { slotKey, slotsOf, type LiveRelease, type Slot } from './slot.ts';

export interface PlanInput {
  campaigns: readonly PlannedCampaign[];
  /** Newest live release by story id. */
  releases: ReadonlyMap<string, LiveRelease>;
  /** All deliveries that exist, in any state. */
  deliveries: readonly Delivery[];
  now: Date;
  /** Civil days on which festive posts are held; see `quietDays()`. */
  quietDays: ReadonlySet<CivilDay>;
  /** Posts planned longer ago are not created any more. */
  lookbackDays?: number;
  /** Posts planned further ahead are not created yet. */
  horizonDays?: number;
}

export interface Gap {
  postId: string;
  channel: string;
  /** Null when the post's time cannot be read. */
  plannedAt: Date | null;
  /** One Chinese sentence: why nothing will go out, and what to do. */
  reason: string;
}

/** The difference between what should exist and what does. */
export interface Plan {
  create: NewDelivery[];
  /** Pending deliveries to take out: skipped with `progress.superseded = true`, and only if still unclaimed. */
  supersede: { deliveryId: string; reason: string }[];
  /** Pending deliveries whose time has moved. */
  replan: { deliveryId: string; plannedAt: Date }[];
  gaps: Gap[];
}

const DAY = 86_400_000;

/**
 * Compares what the campaigns ask for with the deliveries that exist. Pure, level-triggered, idempotent: applied, it
 * leads to an empty plan within two rounds. What must never happen:
 * - a second delivery of one (post, channel) after one has left `pending` other than by a supersede;
 * - a delivery that replaces another before the outbox owns the old one: first supersede, in a later plan create.
 */
export function plan({ campaigns, releases, deliveries, now, quietDays, lookbackDays = 30, horizonDays = 400 }: PlanInput): Plan {
  const result: Plan = { create: [], supersede: [], replan: [], gaps: [] };
  const existing = Map.groupBy(deliveries, slotKey);
  const from = now.getTime() - lookbackDays * DAY;
  const to = now.getTime() + horizonDays * DAY;

  for (const slot of slotsOf({ campaigns, releases, quietDays })) {
    const key = slotKey({ postId: slot.post.id, channel: slot.channel });
    const own = existing.get(key) ?? [];
    existing.delete(key);
    const near = slot.plannedAt === null || (slot.plannedAt.getTime() >= from && slot.plannedAt.getTime() <= to);
    planSlot(slot, own, near, result);
  }
  // What is left belongs to posts or channels that nobody asks for any more.
  for (const delivery of [...existing.values()].flat().filter(isPending)) {
    result.supersede.push({ deliveryId: delivery.id, reason: '这条排期或这个渠道已经取消。' });
  }
  return result;
}

function planSlot(slot: Slot, own: readonly Delivery[], near: boolean, result: Plan): void {
  const supersede = (stale: readonly Delivery[], reason: string) =>
    result.supersede.push(...stale.map(({ id }) => ({ deliveryId: id, reason })));
  const gap = (reason: string) => {
    const { post, channel, plannedAt } = slot;
    if (near && slot.promised) result.gaps.push({ postId: post.id, channel, plannedAt, reason });
  };
  const pending = own.filter(isPending);

  if (own.some(isSettled)) return void supersede(pending, '这条排期在这个渠道已经处理过，不再发第二次。');
  if (slot.hold !== null || slot.plannedAt === null || slot.releaseId === null) {
    const reason = slot.hold ?? '发布时间不对。';
    supersede(pending, reason);
    return gap(reason);
  }

  const { releaseId, plannedAt, post, channel, campaignId } = slot;
  const stale = pending.filter((delivery) => delivery.releaseId !== releaseId);
  supersede(stale, '已有更新的签发稿，这一份不再发出。');
  const current = pending.find((delivery) => delivery.releaseId === releaseId);
  if (current) {
    if (current.plannedAt.getTime() !== plannedAt.getTime()) result.replan.push({ deliveryId: current.id, plannedAt });
    return;
  }
  if (stale.length > 0 || !near) return;
  // Its key is taken for ever, so only a newer release can have a delivery of its own.
  if (own.some((delivery) => delivery.releaseId === releaseId)) {
    return gap('这份签发稿在这个渠道的推送已经撤下：要再发，请重新签发。');
  }
  result.create.push({ campaignId, postId: post.id, channel, releaseId, plannedAt, misfire: post.misfire, misfireWindow: post.misfireWindow });
}

const isPending = (delivery: Delivery) => delivery.state === 'pending';

/** Something of this slot may have left the house, or a person or the misfire policy has ended it. */
const isSettled = (delivery: Delivery) =>
  !isPending(delivery) && !(delivery.state === 'skipped' && delivery.progress['superseded'] === true);
