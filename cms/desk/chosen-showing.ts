import type { Payload } from 'payload';
import { outsideShowing } from '../../campaigns/planner/showing.ts';
import { civilDay, partsOf } from '../../campaigns/calendar/civil-day.ts';
import { namedFactsOf } from '../release/named-facts.ts';
import { isAhead, showingOf, type Showing } from '../release/showing.ts';
import { showingProblem, type AskedShowing } from '../review/asked-showing.ts';
import type { OpenCase } from '../review/open-case.ts';
import { refuse, type Refusal } from '../review/verdict.ts';
import { loadPlan } from '../schedule/plan.ts';
import { momentOf } from '../words/words.ts';

/** 上线时间 that a signer chose, or one sentence why not. */
export async function chosenShowing(
  payload: Payload,
  { newest, story }: OpenCase,
  asked: AskedShowing,
  now: Date,
): Promise<{ showing: Showing } | Refusal> {
  const { docs } = await payload.find({
    collection: 'publications',
    where: { story: { equals: story.id } },
    limit: 1,
    depth: 0,
    pagination: false,
    select: { state: true, showFrom: true },
  });
  const shown = docs[0];
  const unseen = !shown || shown.state === 'dropped' || (shown.state === 'waiting' && isAhead(shown.showFrom, now));
  const periodEnd = namedFactsOf(story).disclosure?.until || null;
  const former = newest && shown?.state === 'waiting' && unseen ? showingOf(newest) : null;
  const wanted = {
    // An old page, or a program, that says nothing of the time lifts no embargo.
    from: asked.from === undefined ? (former?.from ?? null) : asked.from,
    until: asked.until === undefined ? (former?.until ?? null) : asked.until,
  };
  const problem = showingProblem(wanted, { now, periodEnd, unseen });
  if (problem) return refuse(422, problem);
  return {
    showing: wanted.from === null && newest && isWaiting(showingOf(newest), now) ? { ...wanted, from: now } : wanted,
  };
}

/** Brought forward to “at once”, it is shown from this moment on, not from its signing. */
const isWaiting = ({ from }: Showing, now: Date): boolean => from !== null && from > now;

/** What the signer is told of the time that was chosen; null when it is at once and for ever. */
export async function showingWords(
  payload: Payload,
  storyId: string,
  { from, until }: Showing,
  now: Date,
): Promise<string | null> {
  const ahead = from && from > now ? from : null;
  if (!ahead && !until) return null;
  const parts = [
    ahead ? `${momentOf(ahead, now)} 上线，在那之前网站和各渠道都不出现` : '正在上线',
    ...(until ? [`${momentOf(until, now)} 下线`] : []),
  ];
  const held = await heldPosts(payload, storyId, { from: ahead, until }, now);
  return `${parts.join('；')}。${held > 0 ? `有${held}条推送排在这段时间以外，到时不会发出：请在日历里改期。` : ''}`;
}

/** How many posts of it are planned outside the time in which it may be shown. */
async function heldPosts(payload: Payload, storyId: string, showing: Showing, now: Date): Promise<number> {
  const { year } = partsOf(civilDay(now));
  const { campaigns } = await loadPlan(payload, [year, year + 1]);
  return campaigns
    .flatMap(({ posts }) => posts)
    .filter((post) => post.storyId === storyId && post.at >= now && outsideShowing(post.at, showing) !== null).length;
}
