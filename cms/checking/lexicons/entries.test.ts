import { describe, expect, it } from 'vitest';
import { outdatedLists, listsSentence } from './age.ts';
import { editionProblem } from './edition-problem.ts';
import { entriesOf, entriesProblem } from './entries.ts';
import { importReport, keepQuotable, reportSentence } from './import-report.ts';

const entry = (wrong: string, more: object = {}) => ({ wrong, why: '示例', level: 'warn' as const, ...more });
const parsed = (wrong: string, more: object = {}) => entriesOf([entry(wrong, more)] as never)[0]!;

describe('a list as it is typed', () => {
  it.each<[string, unknown, string | true]>([
    ['right', [entry('某称呼'), entry('某旧局')], true],
    ['empty', [], true],
    ['one of both kinds of characters', [entry('某称呼'), entry('某稱呼')], true],
    ['the same twice in traditional ones', [entry('某稱呼'), entry('某 稱呼')], '第2条“某 稱呼”和第1条重复'],
    ['no list', '某称呼', '词条应是一张表'],
    ['nothing', null, '词条应是一张表'],
    ['a group', { 0: entry('某称呼') }, '词条应是一张表'],
    ['an expression that is empty', [entry('某称呼'), entry(' ')], '第2条的“错误写法”是空的'],
    ['one of signs that nobody sees', [entry('\u200b\u2060')], '第1条的“错误写法”里没有看得见的字'],
    ['one of dots that a search passes over', [entry('··')], '第1条的“错误写法”里没有看得见的字'],
    ['a whole paragraph', [entry('字'.repeat(61))], '第1条的“错误写法”太长'],
    ['no reason', [{ wrong: '某称呼', level: 'warn' }], '第1条的“说明”'],
    ['a level that there is not', [entry('某称呼', { level: '阻止' })], '第1条的“级别”不合要求'],
    ['an exception that is empty', [entry('某称呼', { allow: [''] })], '第1条的“例外”是空的'],
    ['a column that nobody knows', [entry('某称呼', { note: '示例' })], '第1条有不认识的内容'],
    ['a row that is none', [entry('某称呼'), '某旧局'], '第2条有不认识的内容'],
    ['the same twice', [entry('甲某'), entry('乙某'), entry('甲某')], '第3条“甲某”和第1条重复'],
    ['the same in full width', [entry('app'), entry('ＡＰＰ')], '第2条“ＡＰＰ”和第1条重复'],
    ['the same with a blank in it', [entry('某 称呼'), entry('某称呼')], '第2条“某称呼”和第1条重复'],
  ])('%s', (_what, value, said) =>
    said === true ? expect(entriesProblem(value)).toBe(true) : expect(entriesProblem(value)).toContain(said),
  );

  it('of a stored list that is broken, what can be read counts, with its defaults', () =>
    expect(entriesOf([entry('某称呼'), { wrong: '' }, 7] as never)).toEqual([
      { ...entry('某称呼'), right: '', allow: [], quotable: false },
    ]));
});

describe('what an import changes', () => {
  const before = [parsed('甲某', { quotable: true }), parsed('乙某'), parsed('丙某')];
  it('is told by expression', () => {
    const report = importReport(before, [parsed('乙某', { right: '乙' }), parsed('丙某'), parsed('丁某')]);
    expect(report).toEqual({ total: 3, added: ['丁某'], changed: ['乙某'], removed: ['甲某'] });
    expect(reportSentence(report)).toBe('共3条：新增1条、改动1条、删去1条。');
  });
  it('a sheet, which cannot say it, takes nobody the right to be explained', () =>
    expect(keepQuotable(before, [parsed('甲某'), parsed('丁某')]).map(({ quotable }) => quotable)).toEqual([
      true,
      false,
    ]));
});

it.each([
  ['nothing changed', '2026-01-01', [entry('甲某')], '2026-06-14', null],
  ['words changed, edition not', '2026-01-01', [entry('乙某')], '2026-06-14', '版次还是 2026-01-01'],
  ['words changed, a later edition', '2026-06-13', [entry('乙某')], '2026-06-14', null],
  ['words changed, an earlier edition', '2025-12-31', [entry('乙某')], '2026-06-14', '版次还是 2026-01-01'],
  ['words changed twice in one day', '2026-01-01', [entry('乙某')], '2026-01-01', null],
  [
    'only the order of what is said of it',
    '2026-01-01',
    [{ level: 'warn', why: '示例', wrong: '甲某' }],
    '2026-06-14',
    null,
  ],
  ['no words sent along', '2026-01-01', undefined, '2026-06-14', null],
] as const)('%s', (_what, edition, entries, today, said) => {
  const problem = editionProblem(
    { edition: '2026-01-01', entries: [entry('甲某')] as never },
    { edition, entries: entries as never },
    today,
  );
  if (said === null) expect(problem).toBeNull();
  else expect(problem).toContain(said);
});

describe('how old the lists are', () => {
  const list = (slug: string, edition: string, more: object = {}) => ({
    slug,
    title: `词表${slug}`,
    edition,
    owner: '示例',
    entries: 10,
    starter: false,
    ...more,
  });
  it('outdated from the day on which the months are over, the oldest first', () => {
    const lists = [list('a', '2025-06-14'), list('b', '2025-06-15'), list('c', '2020-01-01'), list('d', '2024-02-29')];
    expect(outdatedLists(lists, '2026-06-14', 12).map(({ slug }) => slug)).toEqual(['c', 'd', 'a']);
  });
  it.each([
    [[], '一张在用的词表也没有：错敏词、侮辱性称呼都查不出来。'],
    [[list('a', '2026-06-07')], '1张在用，共10条；最旧的是“词表a”2026-06-07版，已有7天。'],
    [
      [list('a', '2026-06-10'), list('b', '2026-06-07', { starter: true })],
      '2张在用，共20条，其中1张是随产品带来的起步词表；最旧的是“词表b”2026-06-07版，已有7天。',
    ],
    [[list('a', '2027-01-01')], '1张在用，共10条；最旧的是“词表a”2027-01-01版，已有0天。'],
  ])('in one sentence', (lists, said) => expect(listsSentence(lists, '2026-06-14')).toBe(said));
});
