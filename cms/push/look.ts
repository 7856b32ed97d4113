import type { Payload } from 'payload';
import { civilDay, wallTime } from '../../campaigns/calendar/civil-day.ts';
import { nextSlot } from '../../campaigns/planner/next-slot.ts';
import type { Person } from '../access/person.ts';
import { wordingOf, type DailyOrder, type DailyPost } from '../daily/daily-post.ts';
import type { OwnWords } from '../daily/doors.ts';
import { standingOf, type DailyStanding } from '../daily/standing.ts';
import type { MisfirePolicy } from '../../campaigns/ports/delivery.ts';
import { dailyPostAt } from './acts.ts';
import { judgeOrder, timeQuestionOf, type OrderVerdict } from './judge-order.ts';
import { whyNotAsk, whyNotCancel, whyNotDecide } from '../daily/may.ts';
import { orderOf, instantAsked, type Choosing } from './order.ts';
import { previewsOf, type PushPreview } from './previews.ts';
import { byWhom, whatBecame, whatHappens } from './sentences.ts';
import { readSituation, type Situation } from './situation.ts';

/** What is chosen as a form holds it. Day and time by China's clock. */
export interface PushForm {
  story: string;
  channels: string[];
  day: string;
  time: string;
  words: OwnWords[];
  festive: boolean;
  misfire: MisfirePolicy;
  misfireWindow: number;
}

/** Everything that the page of a push shows. */
export interface PushSheet extends OrderVerdict {
  title: string;
  /** The summary that own words stand in place of. */
  summary: string;
  /** The row; null while it is only asked for. `isOver`: nothing more of it goes out. */
  post: { id: string; wording: string; standing: DailyStanding; isOver: boolean; said: string[] } | null;
  form: PushForm;
  /** The next good slot for the chosen channels; null: none within two months. */
  next: { day: string; time: string } | null;
  /** What will happen, in words. */
  sentence: string;
  previews: PushPreview[];
  /** Why whoever looks may not do it; null: they may. */
  whyNot: { ask: string | null; decide: string | null; cancel: string | null };
}

const dayAndTime = (at: Date) => ({ day: civilDay(at), time: wallTime(at) });

/** A push as somebody is choosing it, with all that is to be known before it is asked for. Nothing is kept. */
export async function lookAtChoice(
  { now, payload, person }: { payload: Payload; person: Person; now: Date },
  sent: Choosing,
): Promise<PushSheet> {
  const post = sent.post === undefined ? null : await dailyPostAt(payload, sent.post);
  const storyId = post?.storyId ?? sent.story;
  const fixed = sent.day && sent.time ? instantAsked({ day: sent.day, time: sent.time }) : null;
  const situation = await readSituation(payload, { storyId, postId: post?.id ?? null, now }, [
    ...(fixed ? [fixed] : []),
    ...(post ? [post.at] : []),
  ]);
  const next = nextSlot(timeQuestionOf(situation, { channels: [...new Set(sent.channels)], festive: sent.festive }));
  return sheetOf(situation, person, orderOf({ ...sent, story: storyId }, fixed ?? next ?? now), { post, next });
}

/** A push as it stands, for whoever confirms, changes or cancels it. @throws {HttpError} 404 */
export async function lookAtPush(
  { now, payload, person }: { payload: Payload; person: Person; now: Date },
  id: string,
): Promise<PushSheet> {
  const post = await dailyPostAt(payload, id);
  const situation = await readSituation(payload, { storyId: post.storyId, postId: id, now }, [post.at]);
  return sheetOf(situation, person, post, { post, next: nextSlot(timeQuestionOf(situation, post)) });
}

function sheetOf(
  situation: Situation,
  person: Person,
  order: DailyOrder,
  { next, post }: { post: DailyPost | null; next: Date | null },
): PushSheet {
  const { now, own, release, title } = situation;
  // What is being changed waits, whatever was said of it before.
  const isAsItWas = post !== null && wordingOf(order) === post.wording;
  const standing = isAsItWas ? standingOf(post, release?.id ?? null) : 'waiting';
  const isOver = post !== null && (post.isCancelled || (own !== null && post.channels.every((id) => own.done.has(id))));
  const over = isOver ? '这一条已经发出、处理过或取消了。' : null;
  const { choices, ...verdict } = judgeOrder(situation, order);
  const partly = post !== null && (own?.done.size ?? 0) > 0 ? '这一条已经在一些渠道发出，不能再改。' : null;
  return {
    // Of what is over nobody asks for anything any more.
    ...(isOver ? { refusals: [], warnings: [] } : verdict),
    choices,
    title: title ?? post?.title ?? '',
    summary: release?.summary ?? '',
    post: post && {
      id: post.id,
      wording: post.wording,
      standing: standingOf(post, release?.id ?? null),
      isOver,
      said: saidOf(post, now),
    },
    form: {
      story: order.storyId,
      channels: order.channels,
      ...dayAndTime(order.at),
      words: order.words,
      festive: order.festive,
      misfire: order.misfire,
      misfireWindow: order.misfireWindow,
    },
    next: next && dayAndTime(next),
    sentence:
      isOver || standing === 'cancelled'
        ? whatBecame(situation, post ?? order, post?.isCancelled ?? false)
        : whatHappens(situation, order, standing),
    previews: previewsOf(situation, order),
    whyNot: {
      ask: over ?? partly ?? whyNotAsk(person),
      decide: post === null ? '还没有提出。' : (over ?? whyNotDecide(person, post.writers)),
      cancel: over ?? whyNotCancel(person),
    },
  };
}

/** Who has done what with it, one sentence each, the earliest first. */
const saidOf = ({ cancelled, confirmed, declined, writers }: DailyPost, now: Date): string[] =>
  [
    ...writers.map((writer) => ({ ...writer, did: null })),
    ...(confirmed ? [{ ...confirmed, did: ' 确认' }] : []),
    ...(declined ? [{ ...declined, did: ` 没有同意：${declined.reason}` }] : []),
    ...(cancelled ? [{ ...cancelled, did: ` 取消：${cancelled.reason}` }] : []),
  ]
    .toSorted((a, b) => new Date(a.at).getTime() - new Date(b.at).getTime())
    // Whoever changes what was decided on is listed anew: the first of all alone may have asked for it.
    .map(({ did, ...who }, i) => `${byWhom(who, now)}${did ?? (i === 0 ? ' 提出' : ' 改过')}`);
