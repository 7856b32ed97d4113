import type { Payload } from 'payload';
import { buildSnapshot } from '../../release/build-snapshot.ts';
import { snapshotOf } from '../../release/publication-row.ts';
import type { Snapshot } from '../../story/snapshot.ts';
import { answerable, reviewActs, reviewerName, type Review } from '../../story/act.ts';
import { keptSnapshot } from '../keep-snapshot.ts';
import { openCase } from '../open-case.ts';
import { difference, isEmpty, type Difference } from './difference.ts';
import type { Release } from '../../payload-types.ts';

export const bases = ['release', 'review'] as const;
export type Base = (typeof bases)[number];

export interface Compared extends Difference {
  /** What the story is compared with, as a sentence. */
  against: string;
}

/** 200 with the difference, or the status and one sentence why there is none. */
export type Comparison = { status: 200; compared: Compared } | { status: 404 | 409; message: string };

/**
 * A story as it is against what is live (`release`), or against what this person judged last (`review`; when they have not
 * judged it yet, against what was judged last by anybody).
 */
export async function compareSince(
  payload: Payload,
  storyId: string,
  base: Base,
  personId: string,
): Promise<Comparison> {
  const opened = await openCase(payload, storyId);
  if (!opened) return { status: 404, message: '没有这篇稿件：它可能已被删除。' };
  const { file, newest, story } = opened;
  const earlier = base === 'release' ? released(newest) : await judged(payload, storyId, file.reviews, personId);
  if (typeof earlier === 'string') return { status: 409, message: earlier };
  const found = difference(earlier.snapshot, await buildSnapshot(payload, story));
  return {
    status: 200,
    compared: {
      ...found,
      against: isEmpty(found) ? `和${earlier.name}一样，没有改动。` : `和${earlier.name}比，改了这些：`,
    },
  };
}

type Earlier = { name: string; snapshot: Snapshot };

const released = (newest: Pick<Release, 'version' | 'snapshot'> | null): Earlier | string =>
  newest
    ? { name: `签发的第${newest.version}版`, snapshot: snapshotOf(newest) }
    : '这篇稿件还没有签发过，没有可以比较的版本。';

/** Handing in and handing on judge nothing. */
const looks = (review: Review): boolean =>
  !['submit', 'reassign', 'reschedule', 'withdraw', 'withdraw-sign'].includes(review.act);

async function judged(
  payload: Payload,
  storyId: string,
  reviews: readonly Review[],
  personId: string,
): Promise<Earlier | string> {
  const all = reviews.filter(looks);
  const mine = all.findLast((review) => answerable(review).includes(personId));
  const last = mine ?? all.at(-1);
  if (!last) return '这篇稿件还没有人审过，没有可以比较的内容。';
  const snapshot = await keptSnapshot(payload, storyId, last.contentHash);
  if (!snapshot) return '上一次审签时还没有留底，没有可以比较的内容：请看签发的版本。';
  return {
    name: mine
      ? `您上一次审时（${reviewActs[mine.act]}）`
      : `上一次审时（${reviewerName(last)}，${reviewActs[last.act]}）`,
    snapshot,
  };
}
