import { describe, expect, it } from 'vitest';
import { answerable, reviewerName, type Review, type ReviewAct } from './act.ts';
import {
  counts,
  hasReviewed,
  hasTaken,
  isOwn,
  pendingCorrection,
  picturesMoved,
  reviewModeOf,
  standing,
  standsFor,
  type CaseFile,
} from './case-file.ts';

const review = (act: ReviewAct, by: string, more: Partial<Review> = {}): Review => ({
  act,
  round: 2,
  by,
  byName: `示例${by}`,
  at: '2026-06-14T09:00:00+08:00',
  contentHash: 'now',
  note: null,
  ...more,
});
const file = (more: Partial<CaseFile> = {}): CaseFile => ({
  stage: 'second',
  round: 2,
  contentHash: 'now',
  createdBy: 'writer',
  editors: [],
  reviews: [],
  live: false,
  missing: [],
  assignee: null,
  openComments: 0,
  openMust: 0,
  smallOffice: false,
  signed: null,
  terms: { urgentHours: 72, unsignHours: 2 },
  ...more,
});
const onLeave = { id: 'absent', name: '示例请假的人', delegates: ['stand-in', 'other-stand-in'] };

describe('a review counts', () => {
  it.each<[string, Partial<Review>, Partial<CaseFile>, boolean]>([
    ['in its own round, for what it saw', {}, {}, true],
    ['not in a later round, though nothing else changed', { round: 1 }, {}, false],
    ['not in an earlier one', { round: 3 }, {}, false],
    ['not for another text', { contentHash: 'before' }, {}, false],
    ['not when what is said of its pictures is another', { pictures: 'p1' }, { pictures: 'p2' }, false],
    ['when they are the same', { pictures: 'p1' }, { pictures: 'p1' }, true],
    ['when nobody asks for the pictures', { pictures: 'p1' }, {}, true],
    ['when it is from before pictures were kept', {}, { pictures: 'p2' }, true],
    ['not for the same pictures beside another text', { pictures: 'p1', contentHash: 'x' }, { pictures: 'p1' }, false],
  ])('%s', (_, more, of, expected) => {
    expect(counts(file(of), review('approve-first', 'first', more))).toBe(expected);
  });

  it('the last of one kind is what stands, and one of another content hides none', () => {
    const [early, late] = [review('approve-first', 'a'), review('approve-first', 'b')];
    const gone = review('approve-first', 'c', { contentHash: 'before' });
    expect(standing(file({ reviews: [early, late, gone] }), 'approve-first')).toBe(late);
    expect(standing(file({ reviews: [gone] }), 'approve-first')).toBeNull();
    expect(standing(file({ reviews: [early] }), 'approve-second')).toBeNull();
  });
});

it.each<[string, Review[], string | undefined, boolean]>([
  ['a text review saw other pictures', [review('approve-first', 'a', { pictures: 'p1' })], 'p2', true],
  ['it saw these', [review('approve-first', 'a', { pictures: 'p2' })], 'p2', false],
  [
    'one of two saw others',
    [review('approve-first', 'a', { pictures: 'p2' }), review('approve-second', 'b', { pictures: 'p1' })],
    'p2',
    true,
  ],
  ['it was of an earlier round', [review('approve-first', 'a', { pictures: 'p1', round: 1 })], 'p2', false],
  [
    'it was of another text: that alone drops it',
    [review('approve-first', 'a', { pictures: 'p1', contentHash: 'x' })],
    'p2',
    false,
  ],
  ['secrecy alone saw others', [review('clear-secrecy', 'a', { pictures: 'p1' })], 'p2', false],
  ['nobody asks', [review('approve-first', 'a', { pictures: 'p1' })], undefined, false],
])('pictures have moved under a review or not: %s', (_, reviews, pictures, moved) => {
  expect(picturesMoved(file({ reviews, ...(pictures ? { pictures } : {}) }))).toBe(moved);
});

describe('somebody on leave', () => {
  it.each<[string, CaseFile['assignee'], string | null]>([
    ['stand-in', onLeave, 'absent'],
    ['other-stand-in', onLeave, 'absent'],
    // At work again, or never away: nobody acts in another's place.
    ['stand-in', { ...onLeave, delegates: [] }, null],
    ['stand-in', null, null],
    ['stranger', onLeave, null],
    // Their own name on the list of substitutes would make them their own substitute.
    ['absent', { ...onLeave, delegates: ['absent'] }, null],
  ])('%s acts for whom', (id, assignee, who) => {
    expect(standsFor(file({ assignee }), { id })?.id ?? null).toBe(who);
  });

  it('is named with whoever acted, and both answer for it', () => {
    const acted = review('approve-first', 'stand-in', { forId: 'absent', forName: '示例请假的人' });
    expect([answerable(acted), reviewerName(acted)]).toEqual([
      ['stand-in', 'absent'],
      '示例stand-in（代示例请假的人）',
    ]);
    expect([answerable(review('sign', 'a')), reviewerName(review('sign', 'a'))]).toEqual([['a'], '示例a']);
  });
});

describe('nobody judges what they wrote', () => {
  it.each<[string, Partial<CaseFile>, string, boolean]>([
    ['whoever began it', {}, 'writer', true],
    ['whoever changed a word since', { editors: ['mender'] }, 'mender', true],
    ['a reviewer who wrote nothing', { editors: ['mender'] }, 'first', false],
    ['in an imported story without an author', { createdBy: null }, 'first', false],
    ['a substitute of the author', { assignee: { ...onLeave, id: 'writer' } }, 'stand-in', true],
    ['a substitute of whoever changed it', { assignee: onLeave, editors: ['absent'] }, 'stand-in', true],
    ['an author who also stands in for somebody', { assignee: onLeave, createdBy: 'stand-in' }, 'stand-in', true],
    ['somebody else, while the author has a substitute', { assignee: { ...onLeave, id: 'writer' } }, 'first', false],
  ])('%s', (_, more, id, own) => {
    expect(isOwn(file(more), { id })).toBe(own);
  });
});

describe('the three reviews are of three people', () => {
  const first = review('approve-first', 'first');
  const byStandIn = review('approve-first', 'stand-in', { forId: 'absent', forName: '示例' });
  it.each<[string, Partial<CaseFile>, string, boolean]>([
    ['whoever took the first', { reviews: [first] }, 'first', true],
    ['somebody new', { reviews: [first] }, 'second', false],
    ['whoever took it in the round before', { reviews: [{ ...first, round: 1 }] }, 'first', false],
    ['whoever took it for another text', { reviews: [{ ...first, contentHash: 'x' }] }, 'first', false],
    ['whoever cleared secrecy alone', { reviews: [review('clear-secrecy', 'first')] }, 'first', false],
    ['the substitute who took it', { reviews: [byStandIn] }, 'stand-in', true],
    ['the one in whose place it was taken, back at work', { reviews: [byStandIn] }, 'absent', true],
    ['a substitute of whoever took it', { reviews: [first], assignee: { ...onLeave, id: 'first' } }, 'stand-in', true],
  ])('%s', (_, more, id, taken) => {
    expect(hasReviewed(file(more), { id })).toBe(taken);
  });

  it('and asked for one kind, only that kind is looked at', () => {
    const of = file({ reviews: [first, review('approve-second', 'second')] });
    expect(hasTaken(of, { id: 'second' }, ['approve-first'])).toBe(false);
    expect(hasTaken(of, { id: 'second' }, ['approve-first', 'approve-second'])).toBe(true);
    expect(hasTaken(of, { id: 'second' }, [])).toBe(false);
  });

  it.each<[string, Review[], 'two' | 'three']>([
    ['two people', [first, review('approve-second', 'second')], 'three'],
    ['one person for both', [first, review('approve-second', 'first')], 'two'],
    [
      'one person, the second time in another’s place',
      [first, review('approve-second', 'first', { forId: 'absent' })],
      'two',
    ],
    ['one person in whose place another acted', [byStandIn, review('approve-second', 'absent')], 'two'],
    ['the first alone', [first], 'three'],
    [
      'one person, but the first of them no longer counts',
      [{ ...first, round: 1 }, review('approve-second', 'first')],
      'three',
    ],
  ])('the first two by %s', (_, reviews, mode) => {
    expect(reviewModeOf(file({ reviews }))).toBe(mode);
  });
});

it.each<[string, Partial<CaseFile>, string | null]>([
  ['waits', { stage: 'signed', reviews: [review('correct-urgent', 'a')] }, 'a'],
  ['is gone once it went live', { stage: 'signed', reviews: [review('correct-urgent', 'a', { applied: true })] }, null],
  ['is dropped by an edit', { stage: 'draft', reviews: [review('correct-urgent', 'a')] }, null],
  ['is dropped by a new round', { stage: 'signed', reviews: [review('correct-urgent', 'a', { round: 1 })] }, null],
  [
    'is the later of two',
    { stage: 'signed', reviews: [review('correct-urgent', 'a'), review('correct-urgent', 'b')] },
    'b',
  ],
  ['was never proposed', { stage: 'signed', reviews: [review('sign', 'a')] }, null],
])('an urgent correction %s', (_, more, by) => {
  expect(pendingCorrection(file(more))?.by ?? null).toBe(by);
});
