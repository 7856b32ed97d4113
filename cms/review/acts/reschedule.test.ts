import { describe, expect, it } from 'vitest';
import { roleNames, type Role } from '../../access/roles.ts';
import type { CaseFile } from '../../story/case-file.ts';
import { stages, type Stage } from '../../story/stage.ts';
import { advance, judge } from '../machine.ts';

const file = (more: Partial<CaseFile> = {}): CaseFile => ({
  stage: 'signed',
  round: 2,
  contentHash: 'h',
  createdBy: 'author',
  editors: [],
  reviews: [],
  live: true,
  unseen: true,
  missing: [],
  openComments: 0,
  openMust: 0,
  smallOffice: false,
  assignee: null,
  signed: { signers: ['s'], writers: ['author'], hoursOld: -100, goneOut: false },
  terms: { urgentHours: 72, unsignHours: 2 },
  ...more,
});
const who = (id: string, ...roles: Role[]) => ({ id, name: id, roles });
const ask = (story: CaseFile, role: Role = 'signer', note = '等发布会。') =>
  judge('reschedule', story, who('someone', role), note);

describe('改上线时间', () => {
  it.each(roleNames)('of what waits for its minute: %s', (role) => {
    expect(ask(file(), role).ok).toBe(role === 'signer');
  });

  it.each(Object.keys(stages) as Stage[])('leaves the draft where it is (%s)', (stage) => {
    const story = file({ stage });
    expect(ask(story)).toMatchObject({ ok: true, next: stage });
    const review = {
      act: 'reschedule' as const,
      by: 's',
      byName: 's',
      round: 2,
      at: '2027-03-01T09:00:00+08:00',
      contentHash: 'h',
      note: '等发布会。',
    };
    expect(advance(story, review, stage)).toMatchObject({ stage, round: 2, editors: [], reviews: [review] });
  });

  it.each([
    ['what is seen already', file({ unseen: false }), 409],
    ['what was taken back', file({ live: false }), 409],
    ['what was never signed', file({ live: false, unseen: false, signed: null }), 409],
  ])('not of %s', (_, story, status) => expect(ask(story)).toMatchObject({ ok: false, status }));

  it('not without a reason', () => expect(ask(file(), 'signer', ' ')).toMatchObject({ ok: false, status: 422 }));
});

describe('what waits for its minute', () => {
  const signer = who('s', 'signer');
  it('is taken back in words of its own: nobody has seen it', () => {
    for (const act of ['withdraw', 'withdraw-sign'] as const) {
      expect(judge(act, file(), signer, '暂缓。')).toMatchObject({ message: expect.stringContaining('还没有上线') });
      expect(judge(act, file({ unseen: false }), signer, '暂缓。')).not.toMatchObject({
        message: expect.stringContaining('还没有上线'),
      });
    }
  });
});
