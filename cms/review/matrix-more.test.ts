import { expect, it } from 'vitest';
import type { Role } from '../access/roles.ts';
import type { Review, ReviewAct } from '../story/act.ts';
import type { CaseFile } from '../story/case-file.ts';
import { judge } from './machine.ts';
import type { Particulars } from './rule.ts';

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
const file = (more: Partial<CaseFile>): CaseFile => ({
  stage: 'final',
  round: 1,
  contentHash: 'h',
  createdBy: 'author',
  editors: ['editor'],
  live: true,
  missing: [],
  openComments: 0,
  openMust: 0,
  smallOffice: false,
  assignee: null,
  reviews: [
    review('submit', 'author'),
    review('approve-first', 'r1'),
    review('approve-second', 'r2'),
    review('clear-secrecy', 'sec'),
  ],
  signed: { signers: ['s'], writers: ['author', 'editor'], hoursOld: 1, goneOut: false },
  terms: { urgentHours: 72, unsignHours: 2 },
  ...more,
});
const who = (id: string, ...roles: Role[]) => ({ id, name: id, roles });
const signer = who('s', 'signer');
const byOne = [review('approve-first', 'r1'), review('approve-second', 'r1'), review('clear-secrecy', 'r1')];
const passage = { wrong: '两', right: '三' };
const proposed = (by: string, bySigner: boolean) => [review('correct-urgent', by, { passage, bySigner })];
const signed = (more: Partial<CaseFile> = {}) => file({ stage: 'signed', ...more });

type Case = [
  name: string,
  act: ReviewAct,
  file: CaseFile,
  person: ReturnType<typeof who>,
  more: Particulars,
  said: string | true,
];
/** What the big table's stages do not tell apart. */
const rows: Case[] = [
  ['two people in a small office', 'sign', file({ reviews: byOne, smallOffice: true }), signer, {}, true],
  [
    'two people when that was switched off meanwhile',
    'sign',
    file({ reviews: byOne }),
    signer,
    {},
    '两人审签没有启用，这一轮的初审和复审却是同一个人做的：请退回后由两个人重新审。',
  ],
  [
    'one person alone, even in a small office',
    'sign',
    file({ reviews: byOne, smallOffice: true }),
    who('r1', 'signer'),
    {},
    '同一篇稿件的三次审核必须是三个人：您已经审过这篇，请另一位终审人签发。',
  ],
  [
    'first and second by a substitute and the one on leave',
    'sign',
    file({
      reviews: [
        review('approve-first', 'sub', { forId: 'a' }),
        review('approve-second', 'a'),
        review('clear-secrecy', 'sec'),
      ],
    }),
    signer,
    {},
    '两人审签没有启用，这一轮的初审和复审却是同一个人做的：请退回后由两个人重新审。',
  ],
  [
    'a comment that must be dealt with',
    'sign',
    file({ openMust: 2 }),
    signer,
    {},
    '还有2条“必须改”的批注没有办结：请采编改好、批注人办结后再签发。',
  ],
  [
    'an editor in whose place somebody signs',
    'sign',
    file({ assignee: { id: 'editor', name: '改稿人', delegates: ['s'] } }),
    signer,
    {},
    '不能签发自己写的稿件：请另一位终审人签发。',
  ],
  ['pointing at comments instead of repeating them', 'return', file({ openComments: 1 }), signer, {}, true],
  ['nobody named', 'reassign', file({}), signer, {}, '请选转交给谁：从有这项职责的同事里选一位。'],
  [
    'somebody without the role',
    'reassign',
    file({}),
    signer,
    { to: who('甲', 'reviewer1') },
    '甲没有终审的职责：请另选一位，或请管理员先给他这项职责。',
  ],
  [
    'the author',
    'reassign',
    file({}),
    signer,
    { to: who('author', 'signer') },
    'author写过或改过这篇稿件，不能审：请另选一位。',
  ],
  [
    'one who has reviewed',
    'reassign',
    file({}),
    signer,
    { to: who('r2', 'signer') },
    'r2已经审过这一篇，三次审核必须是三个人：请另选一位。',
  ],
  [
    'the first reviewer for the second review',
    'reassign',
    file({ stage: 'second' }),
    signer,
    { to: who('r1', 'reviewer2') },
    'r1已经审过这一篇，三次审核必须是三个人：请另选一位。',
  ],
  [
    'the same in a small office',
    'reassign',
    file({ stage: 'second', smallOffice: true }),
    signer,
    { to: who('r1', 'reviewer2') },
    true,
  ],
  [
    'the one who is named already',
    'reassign',
    file({ assignee: { id: 'b', name: '乙', delegates: [] } }),
    signer,
    { to: who('b', 'signer') },
    '这篇稿件已经指定由b审，不用再转交。',
  ],
  ['nothing live', 'withdraw-sign', signed({ live: false }), signer, {}, '这篇稿件没有在线的版本，不用撤销签发。'],
  [
    'a copy gone out',
    'withdraw-sign',
    signed({ signed: { signers: ['s'], writers: ['author', 'editor'], hoursOld: 1, goneOut: true } }),
    signer,
    {},
    '已经有渠道发出这一版，不能撤销签发：请用“撤回”，各渠道的副本会一并处理。',
  ],
  [
    'too late',
    'withdraw-sign',
    signed({ signed: { signers: ['s'], writers: ['author', 'editor'], hoursOld: 2.1, goneOut: false } }),
    signer,
    {},
    '签发已经超过2小时，不能撤销签发：请用“撤回”。',
  ],
  [
    'nothing live',
    'correct-urgent',
    signed({ live: false }),
    signer,
    { passage },
    '这篇稿件没有在线的版本，不用更正：直接改稿就行。',
  ],
  [
    'too late',
    'correct-urgent',
    signed({ signed: { signers: ['s'], writers: ['author', 'editor'], hoursOld: 73, goneOut: false } }),
    signer,
    { passage },
    '签发已经超过72小时，不能紧急更正：请改稿后重新送审，内容不能再留的请撤回。',
  ],
  [
    'by whoever edited what was signed',
    'correct-urgent',
    signed({ editors: [] }),
    who('editor', 'signer'),
    { passage },
    '不能紧急更正自己写或改过的稿件：请另外两位审核人更正。',
  ],
  ['no passage', 'correct-urgent', signed(), signer, {}, '请写原文（有误的那一处）和改为什么。'],
  [
    "one's own proposal",
    'correct-urgent',
    signed({ reviews: proposed('s', true) }),
    signer,
    { passage },
    '您已经提出这处更正：请另一位审核人核对确认。',
  ],
  [
    'two without a signer',
    'correct-urgent',
    signed({ reviews: proposed('r1', false) }),
    who('r2', 'reviewer2'),
    { passage },
    '两人中要有一位终审人：请终审人核对确认。',
  ],
  ['confirmed by a signer', 'correct-urgent', signed({ reviews: proposed('r1', false) }), signer, { passage }, true],
  [
    "a signer's, confirmed by another",
    'correct-urgent',
    signed({ reviews: proposed('s2', true) }),
    who('r2', 'reviewer2'),
    { passage },
    true,
  ],
];

it.each(rows)('%s · %2$s', (_name, act, story, person, more, said) => {
  const verdict = judge(act, story, person, act === 'return' ? '' : '理由', more);
  expect(verdict.ok ? true : verdict.message).toBe(said);
});

it.each(['withdraw-sign', 'correct-urgent'] as const)('“%s” wants a reason', (act) => {
  expect(judge(act, signed(), signer, ' ', { passage })).toMatchObject({ ok: false, status: 422 });
});
