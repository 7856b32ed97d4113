import { describe, expect, it } from 'vitest';
import { createWorkdays } from '../../campaigns/calendar/workday.ts';
import { loadWorkdays } from '../../campaigns/calendar/load-workdays.ts';
import type { NominationFacts } from './facts.ts';
import type { NominationRules } from './lacking.ts';
import { moveNomination, type Mover } from './machine.ts';
import { workingDaysWithin } from './notice-days.ts';
import { nominationStates, type NominationState } from './state.ts';

const nominationStateNames = Object.keys(nominationStates) as NominationState[];

const workdays = await loadWorkdays(process.cwd());
const terms = { noticeWorkingDays: 5, recheckDays: 90, purgeDays: 30 };
const on = (today: string): NominationRules => ({ today, terms, workdays });
const complete: NominationFacts = {
  name: '示例甲',
  subject: 'person',
  category: '诚信人物',
  place: '示例区',
  recommendedBy: '示例镇人民政府',
  deed: '示例事迹。',
  consent: { by: 'self', on: '2026-05-01', paper: 'p1' },
  rechecks: [{ on: '2026-05-20', by: '示例乙', source: '信用中国', result: 'clean' }],
  notice: { where: '诚信广元', from: '2026-06-01', to: '2026-06-05', objections: [] },
  batch: 'b1',
  reason: '理由',
  revocation: { body: '示例单位', docNo: '示例〔2026〕1号', on: '2026-06-08' },
  closedOn: '2026-05-19',
};
const today = on('2026-06-10');
const move = (
  from: NominationState,
  to: NominationState,
  more: Partial<NominationFacts> = {},
  by: Mover = ['author', 'signer'],
  rules = today,
) => moveNomination(from, to, { ...complete, ...more }, by, rules);

describe('which way a nomination may go', () => {
  // Rows: from; columns in the order of nominationStateNames. a author, s signer, . not at all, = stays.
  const table: Record<NominationState, string> = {
    //          draft recommended notice accepted refused offline revoked
    draft: '= a . . s . .',
    recommended: 'a = a . s . .',
    notice: '. a = s s . .',
    accepted: '. . . = . s s',
    refused: 'a . . . = . .',
    offline: '. . . s . = s',
    revoked: '. . . . . . =',
  };
  const cells = nominationStateNames.flatMap((from) =>
    table[from].split(' ').map((cell, i) => [from, nominationStateNames[i] as NominationState, cell] as const),
  );

  it.each(cells)('%s → %s: %s', (from, to, cell) => {
    const statuses = {
      author: status(move(from, to, {}, ['author'])),
      signer: status(move(from, to, {}, ['signer'])),
      others: status(move(from, to, {}, ['admin', 'reviewer1', 'reviewer2', 'secrecy', 'auditor'])),
    };
    const expected = {
      '=': { author: 200, signer: 200, others: 200 },
      '.': { author: 409, signer: 409, others: 409 },
      a: { author: 200, signer: 403, others: 403 },
      s: { author: 403, signer: 200, others: 403 },
    }[cell];
    expect(statuses).toEqual(expected);
  });

  it('the nightly comparison takes offline, and nothing else', () => {
    for (const from of nominationStateNames) {
      for (const to of nominationStateNames)
        expect(move(from, to, {}, 'system').ok).toBe(from === to || (from === 'accepted' && to === 'offline'));
    }
  });

  it('says where else one can go', () => {
    expect(move('draft', 'accepted')).toMatchObject({
      message: '“草拟”不能直接改成“已通过”：现在可以改成“已推荐”、“未通过”。',
    });
    expect(move('revoked', 'accepted')).toMatchObject({ message: expect.stringContaining('最后一步') });
  });
});

describe('what a nomination lacks', () => {
  const objection = (verdict: 'open' | 'unfounded' | 'upheld', answer: string | null = null) => ({
    notice: { ...complete.notice, objections: [{ on: '2026-06-02', verdict, answer }] },
  });
  it.each<[NominationState, NominationState, Partial<NominationFacts>, string]>([
    ['draft', 'recommended', { recommendedBy: '' }, '推荐单位'],
    ['draft', 'recommended', { deed: ' ' }, '事迹'],
    ['draft', 'recommended', { category: null }, '类别'],
    ['draft', 'refused', { reason: ' ' }, '理由'],
    ['recommended', 'notice', { consent: null }, '请上传本人的同意书'],
    ['recommended', 'notice', { consent: { ...complete.consent, paper: null } }, '请上传本人的同意书'],
    ['recommended', 'notice', { subject: 'minor' }, '同意要由监护人作出'],
    ['recommended', 'notice', { subject: 'unit' }, '同意要由单位作出'],
    ['recommended', 'notice', { consent: { ...complete.consent, on: '2026-06-11' } }, '同意日期在今天以后'],
    ['recommended', 'notice', { rechecks: [] }, '还没有信用复核'],
    [
      'recommended',
      'notice',
      { rechecks: [{ on: '2026-03-11', by: '乙', source: '信用中国', result: 'clean' }] },
      '超过90天',
    ],
    [
      'recommended',
      'notice',
      { rechecks: [{ on: '2026-06-11', by: '乙', source: '信用中国', result: 'clean' }] },
      '今天以后',
    ],
    [
      'recommended',
      'notice',
      { rechecks: [...(complete.rechecks ?? []), { on: '2026-06-09', by: '乙', source: '信用中国', result: 'hit' }] },
      '在现行名单上',
    ],
    ['recommended', 'notice', { notice: { ...complete.notice, where: '' } }, '在哪里公示'],
    ['recommended', 'notice', { notice: { ...complete.notice, from: '2026-06-06' } }, '开始不能晚于结束'],
    ['recommended', 'notice', { notice: { ...complete.notice, from: '2026-06-02' } }, '只有4个工作日，至少要5个'],
    ['recommended', 'notice', { reopenedOn: '2026-06-02' }, '要重新公示'],
    ['notice', 'accepted', { notice: { ...complete.notice, to: '2026-06-10' } }, '期满后的第二天'],
    ['notice', 'accepted', objection('open'), '还有异议没有核查完'],
    ['notice', 'accepted', objection('upheld', '属实'), '有异议成立'],
    ['notice', 'accepted', objection('unfounded'), '写明怎样核查'],
    ['notice', 'accepted', { batch: null }, '发布批次'],
    ['offline', 'accepted', { closedOn: '2026-05-21' }, '还没有重新复核'],
    ['accepted', 'revoked', { revocation: null }, '只能由授予单位撤销'],
    ['accepted', 'revoked', { revocation: { ...complete.revocation, docNo: '' } }, '只能由授予单位撤销'],
    ['accepted', 'revoked', { revocation: { ...complete.revocation, on: '2026-06-11' } }, '今天以后'],
  ])('%s → %s without it: %#', (from, to, more, sentence) => {
    expect(move(from, to, more)).toMatchObject({ ok: false, status: 422, message: expect.stringContaining(sentence) });
    expect(move(from, to).ok).toBe(true);
  });

  it('a recheck counts to its last day', () => {
    const rechecks = [{ on: '2026-03-12', by: '乙', source: '信用中国', result: 'clean' as const }];
    expect(move('recommended', 'notice', { rechecks }).ok).toBe(true);
    expect(move('recommended', 'notice', { rechecks }, ['author'], on('2026-06-11')).ok).toBe(false);
  });

  it('an unfounded objection with its answer does not stand in the way', () => {
    expect(move('notice', 'accepted', objection('unfounded', '已走访核实。')).ok).toBe(true);
  });
});

it('counts working days of the notice with both ends, without holidays, with make-up days', () => {
  expect(workingDaysWithin('2026-10-01', '2026-10-10', workdays)).toBe(3);
  expect(workingDaysWithin('2026-06-01', '2026-06-05', workdays)).toBe(5);
  expect(workingDaysWithin('2031-01-06', '2031-01-12', createWorkdays())).toBe(5);
});

const status = (result: ReturnType<typeof move>) => (result.ok ? 200 : result.status);
