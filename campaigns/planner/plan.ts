import type { CivilDay } from '../calendar/civil-day.ts';
import { isPending, isSettled, mayBeOutThere } from '../outbox/journal/standing.ts';
import type { Delivery, NewDelivery } from '../ports/delivery.ts';
import type { PlannedCampaign } from './campaign.ts';
import { overbooked, type Booking, type ChannelQuota, type Overbooked } from './quota.ts';
import { slotKey, slotsOf, type LiveRelease, type Slot } from './slot.ts';
import { windowOf, type Window } from './window.ts';
import { append } from '../lists/append.ts';

export interface PlanInput extends Window {
  campaigns: readonly PlannedCampaign[];
  /** Newest live release by story id. */
  releases: ReadonlyMap<string, LiveRelease>;
  /** All deliveries that exist, in any state, or those that `deliveriesFor` picks. */
  deliveries: readonly Delivery[];
  /** Civil days on which festive posts are held; see `quietDays()`. */
  quietDays: ReadonlySet<CivilDay>;
  /** What each channel's platform takes; none: not asked. */
  quotas?: readonly ChannelQuota[];
}

interface Gap {
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
  /** Pending deliveries to take out: skipped as `superseded`, and only if still unclaimed. */
  supersede: { deliveryId: string; reason: string }[];
  /** Superseded deliveries that are wanted again: put back into the queue, for their keys are taken for ever. */
  rearm: Again[];
  /** Pending deliveries whose time, or what to do when it is missed, has changed. */
  replan: Again[];
  gaps: Gap[];
  /** Times ahead for which more is planned than the platform takes. */
  overbooked: Overbooked[];
}

/** An existing delivery and what its post now says about it. */
export interface Again extends Pick<Delivery, 'plannedAt' | 'misfire' | 'misfireWindow'> {
  deliveryId: string;
}

/**
 * Compares what the campaigns ask for with the deliveries that exist. Pure, level-triggered, idempotent: applied, it
 * leads to an empty plan within two rounds. What must never happen:
 * - a second delivery of one (post, channel) after one has left `pending` other than by a supersede;
 * - a delivery that replaces another before the outbox owns the old one: first supersede, in a later plan create.
 */
export function plan({ campaigns, releases, deliveries, quietDays, quotas = [], ...window }: PlanInput): Plan {
  const result: Plan = { create: [], supersede: [], rearm: [], replan: [], gaps: [], overbooked: [] };
  const existing = Map.groupBy(deliveries, slotKey);
  const { from, to } = windowOf(window);
  const booked: Booking[] = [];

  for (const slot of slotsOf({ campaigns, releases, quietDays })) {
    const key = slotKey({ postId: slot.post.id, channel: slot.channel });
    const own = existing.get(key) ?? [];
    existing.delete(key);
    const near = slot.plannedAt === null || (slot.plannedAt.getTime() >= from && slot.plannedAt.getTime() <= to);
    planSlot(slot, own, near, result);
    append(booked, bookingsOf(slot, own, near));
  }
  // What is left belongs to posts or channels that nobody asks for any more.
  for (const delivery of [...existing.values()].flat().filter(isPending)) {
    result.supersede.push({ deliveryId: delivery.id, reason: '这条排期或这个渠道已经取消。' });
  }
  result.overbooked = overbooked(booked, quotas, window.now);
  return result;
}

/** What this slot takes of its platform's quota: at most one copy, gone out or to come. */
function bookingsOf({ post, channel, plannedAt, hold }: Slot, own: readonly Delivery[], near: boolean): Booking[] {
  const out = own.find(mayBeOutThere);
  if (out) return [{ postId: post.id, channel, at: out.sentAt ?? out.plannedAt }];
  const willGo = hold === null && plannedAt !== null && !own.some(isSettled) && (near || own.some(isPending));
  return willGo ? [{ postId: post.id, channel, at: plannedAt }] : [];
}

function planSlot(slot: Slot, own: readonly Delivery[], near: boolean, result: Plan): void {
  const supersede = (stale: readonly Delivery[], reason: string) =>
    append(
      result.supersede,
      stale.map(({ id }) => ({ deliveryId: id, reason })),
    );
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
  const asked = { plannedAt, misfire: post.misfire, misfireWindow: post.misfireWindow };
  if (current) {
    if (!agrees(current, asked)) result.replan.push({ deliveryId: current.id, ...asked });
    return;
  }
  if (stale.length > 0 || !near) return;
  const out = own.find((delivery) => delivery.releaseId === releaseId);
  if (out) result.rearm.push({ deliveryId: out.id, ...asked });
  else result.create.push({ campaignId, postId: post.id, channel, releaseId, ...asked });
}

const agrees = (delivery: Delivery, asked: Omit<Again, 'deliveryId'>) =>
  delivery.plannedAt.getTime() === asked.plannedAt.getTime() &&
  delivery.misfire === asked.misfire &&
  delivery.misfireWindow === asked.misfireWindow;
