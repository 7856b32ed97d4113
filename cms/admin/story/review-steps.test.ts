import { expect, it } from 'vitest';
import type { Review, ReviewAct } from '../../story/act.ts';
import { reviewSteps } from './review-steps.ts';

const review = (act: ReviewAct, round = 1): Review => ({
  act,
  round,
  by: 'u',
  byName: '示例',
  at: '2026-06-13T16:40:00+08:00',
  contentHash: 'h',
  note: null,
});
const brief = (...args: Parameters<typeof reviewSteps>) =>
  reviewSteps(...args).map(({ name, state }) => `${name} ${state}`);

it('shows who is next', () => {
  expect(brief('second', [review('submit'), review('approve-first')])).toEqual([
    '初审 done',
    '复审 now',
    '终审签发 later',
    '保密审查 now',
  ]);
});

it('forgets reviews of an earlier round', () => {
  const reviews = [review('submit'), review('approve-first'), review('return'), review('submit', 2)];
  expect(brief('returned', reviews.slice(0, 3))).toEqual([
    '初审 later',
    '复审 later',
    '终审签发 later',
    '保密审查 later',
  ]);
  expect(brief('first', reviews)[0]).toBe('初审 now');
});

it('keeps all marks on a signed story', () => {
  const reviews = [
    review('submit'),
    review('clear-secrecy'),
    review('approve-first'),
    review('approve-second'),
    review('sign'),
  ];
  expect(brief('signed', reviews)).toEqual(['初审 done', '复审 done', '终审签发 done', '保密审查 done']);
});

it('begins anew after an urgent correction', () => {
  const reviews = [
    review('submit'),
    review('approve-first'),
    review('approve-second'),
    review('sign'),
    review('correct-urgent', 2),
    { ...review('correct-urgent', 2), applied: true as const },
  ];
  expect(brief('first', reviews)).toEqual(['初审 now', '复审 later', '终审签发 later', '保密审查 now']);
});
