import { describe, expect, it } from 'vitest';
import { roleNames, type Role } from '../access/roles.ts';
import { reviewActNames, type Review, type ReviewAct } from '../story/act.ts';
import type { CaseFile } from '../story/case-file.ts';
import { advance, afterEdit, judge } from './machine.ts';
import { stages, type Stage } from '../story/stage.ts';

const stageNames = Object.keys(stages) as Stage[];

const review = (act: ReviewAct, by: string, more: Partial<Review> = {}): Review => ({
  act,
  by,
  byName: by,
  round: 1,
  at: '2026-06-01T09:00:00+08:00',
  contentHash: 'h',
  note: null,
  ...more,
});

/** Nothing out of the ordinary: nobody named, no comments, three people. */
const calm: Pick<CaseFile, 'assignee' | 'openComments' | 'openMust' | 'smallOffice' | 'signed' | 'terms'> = {
  assignee: null,
  openComments: 0,
  openMust: 0,
  smallOffice: false,
  signed: { signers: ['somebody'], writers: [], hoursOld: 1, goneOut: false },
  terms: { urgentHours: 72, unsignHours: 2 },
};

/** Written by `author`; reviewed by others as far as the stage says. */
function fileAt(stage: Stage, more: Partial<CaseFile> = {}): CaseFile {
  const log = [review('submit', 'author')];
  if (stage === 'second' || stage === 'final') log.push(review('approve-first', 'r1'));
  if (stage === 'final') log.push(review('approve-second', 'r2'), review('clear-secrecy', 'sec'));
  return {
    stage,
    round: 1,
    contentHash: 'h',
    createdBy: 'author',
    editors: [],
    reviews: log,
    live: true,
    missing: [],
    ...calm,
    ...more,
  };
}
const who = (id: string, ...roles: Role[]) => ({ id, name: id, roles });

/** The whole rule book: who may do what in which stage, when nothing else stands in the way. */
const allowed: Record<ReviewAct, Partial<Record<Role, Stage[]>>> = {
  submit: { author: ['draft', 'returned'] },
  'approve-first': { reviewer1: ['first'] },
  'approve-second': { reviewer2: ['second'] },
  'clear-secrecy': { secrecy: ['first', 'second'] },
  return: { reviewer1: ['first'], reviewer2: ['second'], signer: ['final'], secrecy: ['first', 'second', 'final'] },
  reassign: { reviewer1: ['first'], reviewer2: ['second'], signer: ['first', 'second', 'final'] },
  sign: { signer: ['final'] },
  // Only of what waits for its minute: `reschedule.test.ts`.
  reschedule: {},
  'withdraw-sign': { signer: ['signed'] },
  'correct-urgent': { reviewer1: ['signed'], reviewer2: ['signed'], signer: ['signed'], secrecy: ['signed'] },
  withdraw: { signer: ['draft', 'first', 'second', 'final', 'signed', 'returned'] },
};

const matrix = reviewActNames.flatMap((act) =>
  roleNames.flatMap((role) => stageNames.map((stage) => ({ act, role, stage }))),
);

it.each(matrix)('$role · $act · $stage', ({ act, role, stage }) => {
  // Only the author submits; everybody else is somebody who had no part in the story.
  const person = who(act === 'submit' ? 'author' : 'somebody', role);
  const colleague = who('colleague', 'reviewer1', 'reviewer2', 'signer');
  const verdict = judge(act, fileAt(stage), person, '理由', { to: colleague, passage: { wrong: '两', right: '三' } });
  expect(verdict.ok).toBe(allowed[act][role]?.includes(stage) ?? false);
  if (!verdict.ok) expect(verdict.message).toMatch(/^[^。]+。$/);
});

describe('one person, one part', () => {
  const everything = who('author', ...roleNames);

  it.each(['approve-first', 'approve-second', 'clear-secrecy', 'return', 'sign'] as const)(
    'nobody does “%s” to a story of their own',
    (act) => {
      const stage = (
        {
          'approve-first': 'first',
          'approve-second': 'second',
          'clear-secrecy': 'first',
          return: 'first',
          sign: 'final',
        } as const
      )[act];
      expect(judge(act, fileAt(stage), everything, '理由')).toMatchObject({ ok: false, status: 403 });
      expect(judge(act, fileAt(stage, { createdBy: 'other', editors: ['author'] }), everything, '理由')).toMatchObject({
        ok: false,
        status: 403,
      });
    },
  );

  it('says so in one sentence', () => {
    expect(judge('sign', fileAt('final'), everything)).toMatchObject({
      message: '不能签发自己写的稿件：请另一位终审人签发。',
    });
  });

  it('nobody takes two of the three reviews', () => {
    expect(judge('approve-second', fileAt('second'), who('r1', 'reviewer2'))).toMatchObject({ ok: false, status: 403 });
    expect(judge('sign', fileAt('final'), who('r1', 'signer'))).toMatchObject({ ok: false, status: 403 });
    expect(judge('sign', fileAt('final'), who('r2', 'signer'))).toMatchObject({ ok: false, status: 403 });
  });

  it('may take part again in a later round', () => {
    const file = fileAt('second', {
      round: 2,
      reviews: [review('approve-second', 'r1'), review('approve-first', 'new', { round: 2 })],
    });
    expect(judge('approve-second', file, who('r1', 'reviewer2')).ok).toBe(true);
  });

  it('lets the second reviewer clear secrecy too', () => {
    expect(judge('clear-secrecy', fileAt('second'), who('r2', 'reviewer2', 'secrecy')).ok).toBe(true);
  });

  it("does not let one author hand in another's story", () => {
    expect(judge('submit', fileAt('draft'), who('other', 'author'))).toMatchObject({ ok: false, status: 403 });
  });
});

describe('signing', () => {
  const signer = who('s', 'signer');
  const without = (act: ReviewAct) =>
    fileAt('final', { reviews: fileAt('final').reviews.filter((r) => r.act !== act) });

  it('needs secrecy clearance', () => {
    expect(judge('sign', without('clear-secrecy'), signer)).toMatchObject({ ok: false, status: 422 });
  });

  it('needs both reviews, of exactly this content', () => {
    expect(judge('sign', without('approve-first'), signer)).toMatchObject({ ok: false, status: 409 });
    expect(judge('sign', fileAt('final', { contentHash: 'other' }), signer)).toMatchObject({ ok: false, status: 409 });
    expect(judge('sign', fileAt('final', { round: 2 }), signer)).toMatchObject({ ok: false, status: 409 });
  });

  it('needs a complete story', () => {
    expect(judge('sign', fileAt('final', { missing: ['请写摘要。'] }), signer)).toMatchObject({
      ok: false,
      status: 422,
      message: '请写摘要。',
    });
  });
});

it.each(['return', 'withdraw'] as const)('“%s” needs a reason', (act) => {
  const file = fileAt('final');
  expect(judge(act, file, who('s', 'signer'), '  ')).toMatchObject({ ok: false, status: 422 });
});

it('there is nothing to withdraw when nothing is live', () => {
  expect(judge('withdraw', fileAt('signed', { live: false }), who('s', 'signer'), '理由')).toMatchObject({
    ok: false,
    status: 409,
  });
});

describe('what becomes of the story', () => {
  it('a return, a signing and a withdrawal begin a new round; an approval does not', () => {
    expect(advance(fileAt('first'), review('approve-first', 'x'), 'second')).toMatchObject({
      stage: 'second',
      round: 1,
    });
    expect(advance(fileAt('first'), review('return', 'x'), 'returned')).toMatchObject({ stage: 'returned', round: 2 });
    expect(advance(fileAt('final', { editors: ['e'] }), review('sign', 'x'), 'signed')).toMatchObject({
      round: 2,
      editors: [],
    });
    expect(advance(fileAt('second'), review('withdraw', 'x'), 'second')).toMatchObject({ stage: 'second', round: 1 });
  });

  it('keeps every review ever made', () => {
    expect(advance(fileAt('first'), review('return', 'x'), 'returned').reviews).toHaveLength(2);
  });

  it('an edit under review or after signing makes a draft of a new round and names the editor', () => {
    for (const stage of ['first', 'second', 'final', 'signed'] as const) {
      expect(afterEdit({ stage, round: 1, editors: [] }, 'e')).toEqual({ stage: 'draft', round: 2, editors: ['e'] });
    }
    expect(afterEdit({ stage: 'returned', round: 2, editors: ['e'] }, 'e')).toEqual({
      stage: 'returned',
      round: 2,
      editors: ['e'],
    });
  });
});
