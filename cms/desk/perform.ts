import type { Payload } from 'payload';
import { instantText } from '../../campaigns/calendar/civil-day.ts';
import { systemClock, type Clock } from '../../campaigns/ports/clock.ts';
import type { Person } from '../access/person.ts';
import { versionOf } from '../editing/version-read.ts';
import { isHeld } from '../publication/hold/held.ts';
import { releaseBatches } from '../honours/release-batches.ts';
import type { Release } from '../payload-types.ts';
import { saidNumber } from '../checking/save/said-number.ts';
import { publishStory } from '../publication/publish.ts';
import { createRelease } from '../release/create-release.ts';
import { rescheduleRelease } from '../release/reschedule-release.ts';
import { showingOf, type Showing } from '../release/showing.ts';
import type { AskedShowing } from '../review/asked-showing.ts';
import { settleRecallsOf } from '../publication/settle-recalls.ts';
import type { Passage, Review, ReviewAct } from '../story/act.ts';
import { standsFor } from '../story/case-file.ts';
import { chosenShowing, showingWords } from './chosen-showing.ts';
import { takeBack, wasTakenBack } from './crossed.ts';
import { justCame, putOff } from './put-off.ts';
import { keepSnapshot } from '../review/keep-snapshot.ts';
import { advance, judge } from '../review/machine.ts';
import { openCase, type OpenCase } from '../review/open-case.ts';
import { saveStory } from '../review/save-story.ts';
import { stages, type Stage } from '../story/stage.ts';
import { prepareUrgent, type Prepared } from '../review/urgent/prepare-urgent.ts';
import { urgentNames } from '../review/urgent/urgent-correction.ts';

export interface ReviewOrder {
  storyId: string;
  act: ReviewAct;
  person: Person;
  note: string;
  /** The version that whoever decides has on the page; null when they say nothing about it. */
  read?: string | null;
  /** reassign: account id of the one who is to review. */
  to?: string;
  /** correct-urgent: what is wrong and how it must read. */
  passage?: Passage;
  /** sign, reschedule: 上线时间; absent: as the version that waits has it, else at once, for ever. */
  showing?: AskedShowing;
}

export type ReviewResult =
  | { ok: true; stage: Stage; message: string; releaseId: string | null }
  | { ok: false; status: 403 | 404 | 409 | 422; message: string };

interface Desk {
  payload: Payload;
  clock?: Clock;
  /** Starter content says so in its releases. */
  imported?: boolean;
}

const stale = {
  ok: false,
  status: 409,
  message: '这篇稿件刚刚被别人改过或审过：请刷新页面，看过最新内容再操作。',
} as const;
/** After these every copy must be told. */
const recalls: readonly ReviewAct[] = ['withdraw', 'withdraw-sign', 'correct-urgent'];

/** Does one review act, or says in one sentence why not. A signed or withdrawn story is on its way to the public at return. */
export async function performReview(desk: Desk, order: ReviewOrder): Promise<ReviewResult> {
  const { payload } = desk;
  const clock = desk.clock ?? systemClock;
  const now = clock.now();
  const number = saidNumber({ 意见: order.note, 原文: order.passage?.wrong, 改为: order.passage?.right });
  if (number) return { ok: false, status: 422, message: number };
  const opened = await openCase(payload, order.storyId, now);
  if (!opened) return { ok: false, status: 404, message: '没有这篇稿件：它可能已被删除。' };
  // Decided on another text than the one that stands: the page has to be read anew.
  if (order.read && order.read !== versionOf(opened.story)) return stale;
  const to = order.to ? await personById(payload, order.to) : null;
  const verdict = judge(order.act, opened.file, order.person, order.note, { to, passage: order.passage ?? null });
  if (!verdict.ok) return verdict;
  const times = order.act === 'sign' || order.act === 'reschedule';
  const chosen = times
    ? await chosenShowing(payload, opened, order.showing ?? { from: undefined, until: undefined }, now)
    : { showing: opened.newest ? showingOf(opened.newest) : atOnce };
  if ('message' in chosen) return chosen;
  const { showing } = chosen;
  const review = record(order, opened, to, now, showing);

  const urgent =
    order.act === 'correct-urgent' ? await prepareUrgent(payload, opened, review, verdict.next, now) : null;
  if (urgent && 'message' in urgent) return urgent;
  await keepSnapshot(payload, opened.story, opened.file.contentHash);
  const makes = times || Boolean(urgent?.applied);
  if (makes && opened.file.unseen && !(await putOff(payload, order.storyId, clock)))
    return { ok: false, status: 409, message: justCame };
  const releaseId = await irreversible(desk, order, opened, { review, now, urgent, showing });
  if (releaseId === 'taken') {
    // Whoever was first has said when it comes.
    await publishStory(payload, order.storyId, clock);
    return stale;
  }
  const entered = urgent?.applied?.reviewers[1] ?? review;
  const saved = await saveStory(
    payload,
    order.storyId,
    opened.file,
    advance(opened.file, entered, verdict.next),
    urgent?.applied,
  );
  // What was signed or withdrawn stands, whoever edited the draft meanwhile.
  if (!saved && releaseId === null) return stale;
  if (releaseId) await publishStory(payload, order.storyId, clock);
  // The copies learn of it now instead of at the next tick, which would tell them anyway.
  if (releaseId && recalls.includes(order.act))
    await settleRecallsOf(payload, clock, [order.storyId]).catch((error: unknown) =>
      payload.logger.warn({ err: error }, '撤回或更正还没有通知到各份副本，下一分钟再来'),
    );
  const held = releaseId !== null && order.act === 'sign' && (await stillHeld(payload, clock, order.storyId));
  const told = times ? await showingWords(payload, order.storyId, showing, now) : null;
  return {
    ok: true,
    stage: verdict.next,
    message: [
      held ? '已签发：等同一批的诚信典型都签发后一起上线。' : told ? `${doneWords[order.act]}：` : verdict.message,
      ...(told ? [told] : []),
    ].join(''),
    releaseId,
  };
}

const atOnce: Showing = { from: null, until: null };
const doneWords: Partial<Record<ReviewAct, string>> = { sign: stages.signed, reschedule: '已改上线时间' };

/** Waits a role model for others of its batch? The last one to be signed lets the whole batch go at once. */
async function stillHeld(payload: Payload, clock: Clock, storyId: string): Promise<boolean> {
  if (!(await isHeld(payload, storyId))) return false;
  await releaseBatches(payload, clock);
  return isHeld(payload, storyId);
}

async function personById(payload: Payload, id: string): Promise<Person | null> {
  const user = await payload.findByID({ collection: 'users', id, depth: 0, disableErrors: true });
  return user ? { id: user.id, name: user.name, roles: user.roles } : null;
}

function record(order: ReviewOrder, { file }: OpenCase, to: Person | null, now: Date, showing: Showing): Review {
  const absent = standsFor(file, order.person);
  return {
    act: order.act,
    round: file.round,
    by: order.person.id,
    byName: order.person.name,
    ...(absent ? { forId: absent.id, forName: absent.name } : {}),
    at: instantText(now),
    contentHash: file.contentHash,
    ...(file.pictures === undefined ? {} : { pictures: file.pictures }),
    note:
      order.note.trim() ||
      (order.act === 'return' && file.openComments > 0 ? `见批注（${file.openComments}条未办结）。` : null),
    // Signing forgets the editors: whom the release is by must stay known.
    ...(order.act === 'sign'
      ? { writers: [...new Set([...(file.createdBy ? [file.createdBy] : []), ...file.editors])] }
      : {}),
    ...(order.act === 'sign' || order.act === 'reschedule' ? showingInLog(showing) : {}),
    ...(order.act === 'reassign' && to ? { to: to.id, toName: to.name } : {}),
    ...(order.act === 'correct-urgent' && order.passage
      ? { passage: order.passage, bySigner: order.person.roles.includes('signer') }
      : {}),
  };
}

/** What was chosen stands in the log line as well: of a time that was changed later, the earlier one too. */
const showingInLog = ({ from, until }: Showing): Pick<Review, 'showFrom' | 'showUntil'> => ({
  ...(from ? { showFrom: instantText(from) } : {}),
  ...(until ? { showUntil: instantText(until) } : {}),
});

/** The part that cannot be undone: its unique key decides who did it. */
async function irreversible(
  desk: Desk,
  order: ReviewOrder,
  opened: OpenCase,
  { now, review, showing, urgent }: { review: Review; now: Date; urgent: Prepared | null; showing: Showing },
): Promise<string | null> {
  if (order.act === 'reschedule') {
    const release = opened.newest && (await rescheduleRelease(desk.payload, opened.newest, showing, review));
    return standing(desk.payload, opened.newest, release);
  }
  if (order.act === 'sign') {
    const release = await createRelease(desk.payload, {
      ...opened,
      sign: review,
      signedAt: now,
      showing,
      imported: desk.imported ?? false,
    });
    return release?.id ?? 'taken';
  }
  if (urgent?.applied) {
    const { content, reviewers } = urgent.applied;
    const story = { ...opened.story, ...content };
    await keepSnapshot(desk.payload, story, urgent.applied.hash);
    const release = await createRelease(desk.payload, {
      ...opened,
      story,
      sign: reviewers[1],
      signedAt: now,
      showing,
      imported: false,
      urgent: { reviewers, names: urgentNames(reviewers) },
    });
    return standing(desk.payload, opened.newest, release);
  }
  if ((order.act === 'withdraw' || order.act === 'withdraw-sign') && opened.newest) {
    const decision = {
      reason: order.note.trim(),
      // Nobody outside will ever read it: no second person is asked to agree to it.
      writer: opened.file.unseen ? null : { id: order.person.id, name: order.person.name },
      decidedBy: order.person.name,
      decidedAt: now,
    };
    await takeBack(desk.payload, opened.newest, decision, opened.file.stage !== 'signed');
    return opened.newest.id;
  }
  return null;
}

/** The id of a version that was made of a signed one and stands; 'taken' when the signed one was replaced or taken back meanwhile. */
async function standing(payload: Payload, before: Release | null, made: Release | null): Promise<string> {
  return made && !(before && (await wasTakenBack(payload, before, made))) ? made.id : 'taken';
}
