import type { Payload } from 'payload';
import type { Person } from '../access/person.ts';
import { allow } from '../access/staff-endpoint.ts';
import { saidNumber } from '../checking/save/said-number.ts';
import { dailyPostOf, type DailyOrder, type DailyPost } from '../daily/daily-post.ts';
import { cancelledDoor, confirmedDoor, declinedDoor } from '../daily/doors.ts';
import { standingOf } from '../daily/standing.ts';
import { UnfitColumn } from '../columns/unfit-column.ts';
import { HttpError } from '../http/http-error.ts';
import { moment } from '../words/words.ts';
import { begunInOtherWords } from './begun.ts';
import { judgeOrder } from './judge-order.ts';
import { changedColumns, freeKey, insertDailyPost, updateDailyPost, writerOf, type Kept } from './keep.ts';
import { isDecider, notADecider, whyNotAsk, whyNotCancel, whyNotDecide } from '../daily/may.ts';
import { namesOf, whatGoes } from './sentences.ts';
import { readSituation, type Situation } from './situation.ts';

/** Somebody does something to a push. */
export interface PushAct {
  payload: Payload;
  person: Person;
  now: Date;
}
/** What has been done, in one sentence. */
export interface Done {
  id: string;
  message: string;
  warnings: string[];
}

const movedOn = '这一条刚刚被别人改过或取消了：请刷新页面，看过现在的样子再决定。';
const askedAlready = '一模一样的推送已经提过了（同一篇、同一时刻、同样的渠道）：请到日历里看那一条。';

/** @throws {HttpError} what may not be, and why */
export const refuseIf = (sentence: string | null, status: number): void => {
  if (sentence !== null) throw new HttpError(status, sentence);
};
const mustBeKept = (kept: Kept): void => {
  if (kept === 'moved') throw new HttpError(409, movedOn);
  if (kept === 'taken') throw new HttpError(409, askedAlready);
};

/** @throws {HttpError} 404; 409 for a row that cannot be read */
export async function dailyPostAt(payload: Payload, id: string): Promise<DailyPost> {
  const row = await payload.findByID({ collection: 'daily-posts', id, depth: 0, disableErrors: true });
  if (!row) throw new HttpError(404, '没有这一条日常推送，请刷新页面。');
  try {
    return dailyPostOf(row);
  } catch (error) {
    if (error instanceof UnfitColumn || error instanceof RangeError)
      throw new HttpError(409, `这一条日常推送的数据坏了，不会发出：${error.message}请告诉系统管理员。`);
    throw error;
  }
}

/** What has gone out of it, or is going out now, is not changed any more. */
function refuseGone({ accounts, own }: Situation, what: string): void {
  const gone = [...(own?.done ?? [])].map((id) => accounts.find((account) => account.id === id)?.name ?? id);
  if (gone.length > 0)
    throw new HttpError(409, `这一条已经在${gone.join('、')}发出或处理过，不能再${what}；要再发一次，请新提一条。`);
}

const refuseCancelled = (post: DailyPost): void =>
  refuseIf(post.isCancelled ? '这一条已经取消了，请刷新页面；要发请新提一条。' : null, 409);

/** Asks for a push of a signed story. Nothing goes out before somebody else has confirmed it. */
export async function askForPush({ now, payload, person }: PushAct, order: DailyOrder): Promise<Done> {
  refuseIf(whyNotAsk(person), 403);
  const situation = await readSituation(payload, { storyId: order.storyId, now }, [order.at]);
  const { refusals, warnings } = judgeOrder(situation, order);
  refuseIf(refusals[0] ?? null, 422);
  const title = situation.title ?? '';
  const id = await insertDailyPost(payload, order, { title, writer: writerOf(person, now), now });
  if (id === null) throw new HttpError(409, askedAlready);
  return { id, warnings, message: `已提出：${whatGoes(situation, order)}，等另一个人确认。` };
}

/** Changes time, channels or words; whatever was confirmed is to be confirmed again. @param seen the wording that was on the page */
export async function changePush(
  { now, payload, person }: PushAct,
  { id, order, seen }: { id: string; seen: string; order: DailyOrder },
): Promise<Done> {
  refuseIf(whyNotAsk(person), 403);
  const post = await dailyPostAt(payload, id);
  refuseCancelled(post);
  const own = { ...order, storyId: post.storyId };
  const situation = await readSituation(payload, { storyId: post.storyId, postId: id, now }, [own.at, post.at]);
  refuseGone(situation, '改');
  const begun = await begunInOtherWords(payload, id, post, own);
  if (begun.length > 0)
    throw new HttpError(
      409,
      `已经试着往${namesOf(situation, begun)}发过，那边可能留着原来的话，自己写的话不能再改：请取消这一条，新提一条。`,
    );
  const { refusals, warnings } = judgeOrder(situation, own);
  refuseIf(refusals[0] ?? null, 422);
  const columns = changedColumns(post, own, situation.title ?? post.title, writerOf(person, now));
  refuseIf(columns.wording === post.wording ? '没有改动：请先改时间、渠道或内容。' : null, 422);
  mustBeKept(await updateDailyPost(payload, { id, seen }, columns, now));
  return { id, warnings, message: `已改成：${whatGoes(situation, own)}，等另一个人确认。` };
}

/** The second person: what they have seen may go out. @param seen the wording that was on the page */
export async function confirmPush(
  { now, payload, person }: PushAct,
  { id, seen }: { id: string; seen: string },
): Promise<Done> {
  allow(isDecider(person), notADecider);
  const post = await dailyPostAt(payload, id);
  refuseCancelled(post);
  refuseIf(whyNotDecide(person, post.writers), 403);
  refuseIf(seen === post.wording ? null : movedOn, 409);
  const situation = await readSituation(payload, { storyId: post.storyId, postId: id, now }, [post.at]);
  const standing = standingOf(post, situation.release?.id ?? null);
  if (standing === 'confirmed') return { id, warnings: [], message: '已经确认过了，不用再确认一次。' };
  if (standing === 'declined' && post.declined?.by !== person.id)
    throw new HttpError(
      409,
      `${post.declined?.name ?? ''}没有同意这一条：请改过再请人确认，或者由不同意的人自己确认。`,
    );
  refuseGone(situation, '确认');
  const { refusals, warnings } = judgeOrder(situation, post);
  refuseIf(refusals[0] ?? null, 422);
  const last = post.writers.at(-1);
  const confirmed = confirmedDoor.write({
    wording: post.wording,
    by: person.id,
    name: person.name,
    at: now.toISOString(),
    ...(last ? { asked: last.at } : {}),
    release: situation.release?.id ?? '',
    words: post.words,
  });
  // Only one's own no is taken back: somebody else's may be written at this very moment.
  const agreed = standing === 'declined' ? { confirmed, declined: declinedDoor.write(null) } : { confirmed };
  mustBeKept(await updateDailyPost(payload, { id, seen }, agreed, now));
  return { id, warnings, message: `已确认：${whatGoes(situation, post)}。` };
}

/** The second person does not agree; it stays on the plan, held, until it is changed or cancelled. */
export async function declinePush(
  { now, payload, person }: PushAct,
  { id, reason, seen }: { id: string; seen: string; reason: string },
): Promise<Done> {
  allow(isDecider(person), notADecider);
  const post = await dailyPostAt(payload, id);
  refuseCancelled(post);
  refuseIf(whyNotDecide(person, post.writers), 403);
  refuseIf(saidNumber({ 理由: reason }), 422);
  const situation = await readSituation(payload, { storyId: post.storyId, postId: id, now }, [post.at]);
  refuseGone(situation, '不同意');
  const declined = declinedDoor.write({
    wording: seen,
    by: person.id,
    name: person.name,
    at: now.toISOString(),
    reason,
  });
  mustBeKept(await updateDailyPost(payload, { id, seen }, { declined }, now));
  return {
    id,
    warnings: [],
    message: `已记下不同意，提出的人会看到理由。《${post.title}》到 ${moment(post.at)} 也不会发出。`,
  };
}

/** Takes a push off the plan. What is out on some channel stays out; what waits is taken out at the next tick. */
export async function cancelPush(
  { now, payload, person }: PushAct,
  { id, reason, seen }: { id: string; seen: string; reason: string },
): Promise<Done> {
  refuseIf(whyNotCancel(person), 403);
  const post = await dailyPostAt(payload, id);
  refuseCancelled(post);
  refuseIf(saidNumber({ 原因: reason }), 422);
  const { accounts, own } = await readSituation(payload, { storyId: post.storyId, postId: id, now }, [post.at]);
  refuseIf(
    own !== null && post.channels.every((channel) => own.done.has(channel))
      ? '这一条都已经发出或处理过，没有可以取消的：要收回请撤回稿件。'
      : null,
    409,
  );
  const cancelled = cancelledDoor.write({ by: person.id, name: person.name, at: now.toISOString(), reason });
  mustBeKept(await updateDailyPost(payload, { id, seen }, { state: 'cancelled', key: freeKey(id), cancelled }, now));
  const out = accounts.filter((account) => own?.out.has(account.id)).map(({ name }) => name);
  return {
    id,
    warnings: out.length > 0 ? [`已经在${out.join('、')}发出的还在：要收回请撤回稿件。`] : [],
    message: `已取消《${post.title}》${moment(post.at)} 的推送。`,
  };
}
