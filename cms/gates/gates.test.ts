import { describe, expect, it } from 'vitest';
import { loadNominationTerms } from '../content/load-nomination-terms.ts';
import type { Story } from '../payload-types.ts';
import { markdownToRichText } from '../rich-text/from-markdown.ts';
import { upload } from '../rich-text/make.ts';
import { addMonths } from './add-months.ts';
import type { GateSubject, Proof } from './gate.ts';
import { formAnswer } from '../story/form-answer.ts';
import { nothing } from '../story/answer.ts';
import { gates, passGates } from './gates.ts';
import type { GateId } from './table.ts';
import { loadGatePolicy } from '../content/load-gate-policy.ts';

const [policy, terms] = await Promise.all([loadGatePolicy(process.cwd()), loadNominationTerms(process.cwd())]);
const proof: Proof = {
  names: ['示例商贸有限公司'],
  subject: 'unit',
  record: 'administrative',
  basisDoc: '示例条例',
  basisArticle: '第一条',
  catalogItem: '示例条目',
  catalogEdition: '示例版',
  authority: '示例局',
  recordId: '示例1',
  recordUrl: 'https://www.creditchina.gov.cn/x',
  fetchedOn: '2026-06-10',
  docNo: '示例〔2026〕1号',
  docDate: '2026-04-01',
  tier: '一般',
  periodEnd: '2027-04-01',
  piaNo: 'PIA-1',
  piaBy: '示例甲',
  piaOn: '2026-06-01',
  objection: '示例局，0839-0000000',
};
const consent = {
  by: 'self',
  on: '2026-05-01',
  paper: '示例同意书1号',
  recheckedOn: '2026-06-01',
  recheckedBy: '示例丙',
  recheckSource: '信用中国',
};
const verified = { evidence: '示例处罚决定书', checker: '示例乙', checkedOn: '2026-06-01' };
const story = (more: object = {}) =>
  ({
    kind: 'case',
    title: '一份改过的报告',
    summary: '省下的比付出的少。',
    body: markdownToRichText('这家公司改了报告。'),
    answer: { who: 'organisation', tone: 'negative' },
    disclosure: { proof, ...verified },
    ...more,
  }) as unknown as Story;
const subject = (
  s: Story,
  nomination: GateSubject['nomination'] = null,
  more: Partial<GateSubject> = {},
): GateSubject => ({
  story: s,
  answer: formAnswer(s) ?? nothing,
  forSchools: false,
  nomination,
  today: '2026-06-10',
  policy,
  terms,
  ...more,
});
const named = (more: object, answer: object = {}) =>
  story({
    answer: {
      who: more && 'subject' in more && more.subject === 'adult' ? 'person' : 'organisation',
      tone: 'negative',
      ...answer,
    },
    disclosure: { proof: { ...proof, ...more }, ...verified },
  });
const anonymous = { answer: { who: 'nobody', tone: 'negative' } };
const praised = (more: object, answer: object = {}) =>
  story({
    kind: 'activity',
    answer: { who: 'person', tone: 'praise', ...answer },
    disclosure: { consent: { ...consent, ...more } },
  });
const body = (markdown: string) => story({ body: markdownToRichText(markdown) });

it('a named case with everything passes, an anonymous one needs its verification alone', () => {
  expect(passGates(subject(story()))).toEqual([]);
  expect(passGates(subject(story({ ...anonymous, disclosure: verified })))).toEqual([]);
  expect(passGates(subject(story({ ...anonymous, disclosure: null })))).toHaveLength(3);
  expect(passGates(subject(story({ disclosure: {} }))).length).toBeGreaterThan(12);
  // Rows from before the question ticked a box: it is still believed, in every kind.
  for (const kind of ['case', 'knowledge'])
    expect(passGates(subject(story({ kind, answer: {}, disclosure: { named: true } }))).length).toBeGreaterThan(12);
});

describe('what stops a case', () => {
  it.each<[string, Story, string]>([
    ['G01', named({ basisDoc: '' }), '公开的依据'],
    ['G01', named({ basisArticle: null }), '条款'],
    ['G01', named({ catalogItem: '' }), '目录条目'],
    ['G01', named({ catalogEdition: '' }), '目录版本'],
    ['G02', named({ authority: '' }), '认定单位'],
    ['G02', named({ recordId: '' }), '记录编号'],
    ['G02', named({ recordUrl: '' }), '来源记录网址'],
    ['G02', named({ recordUrl: 'https://creditchina.gov.cn.example.com/x' }), '不是认定机关的网站'],
    ['G02', named({ recordUrl: 'https://fakegov.cn/x' }), '不是认定机关的网站'],
    ['G02', named({ fetchedOn: '' }), '核对来源的日期'],
    ['G02', named({ fetchedOn: '2026-06-08' }), '重新核对'],
    ['G02', named({ fetchedOn: '2026-06-11' }), '今天以后'],
    ['G03', named({ docNo: '' }), '文号'],
    ['G03', named({ docDate: '' }), '文书日期'],
    ['G03', named({ docDate: '2026-06-11' }), '今天以后'],
    ['G04', named({ tier: null }), '失信程度'],
    ['G04', named({ tier: '轻微' }), '原则上不公示'],
    ['G04', named({ periodEnd: '' }), '公示期满日'],
    ['G04', named({ periodEnd: '2026-06-10' }), '已在2026-06-10届满'],
    ['G04', named({ periodEnd: '2027-04-02' }), '最长12个月'],
    ['G04', named({ tier: '严重', periodEnd: '2029-04-02' }), '最长36个月'],
    ['G06', body('联系电话13800138000，家住示例区示例街道12号3单元402室。'), '正文'],
    ['G08', named({ subject: null }), '单位还是成年人'],
    ['G08', named({ subject: 'minor' }), '没有例外'],
    ['G08', named({ subject: 'unknown' }), '查不清'],
    ['G10', named({ record: null }), '记录的性质'],
    ['G10', named({ record: 'public-security' }), '没有例外'],
    ['G10', named({ record: 'sealed-crime' }), '没有例外'],
    ['G11', named({ piaNo: '' }), '影响评估'],
    ['G11', named({ piaBy: '' }), '影响评估'],
    ['G11', named({ piaOn: '2026-06-11' }), '今天以后'],
    ['G08', named({}, { minor: true }), '没有例外'],
    ['G10', named({}, { sealed: true }), '没有例外'],
    ['G14', story({ ...anonymous, disclosure: { ...verified, evidence: '' } }), '所凭的文书'],
    ['G14', story({ ...anonymous, disclosure: { ...verified, checker: '' } }), '核实人'],
    ['G14', story({ ...anonymous, disclosure: { ...verified, checkedOn: '2025-06-10' } }), '重新核实'],
    ['G14', story({ ...anonymous, disclosure: { ...verified, checkedOn: '2026-06-11' } }), '今天以后'],
    ['G16', { ...named({ subject: 'adult' }), cover: 'm1' } as Story, '不配图片'],
    [
      'G16',
      {
        ...named({ subject: 'adult' }),
        body: { root: { type: 'root', children: [upload('m1')] } },
      } as unknown as Story,
      '不配图片',
    ],
    ['G18', named({ objection: '' }), '异议入口'],
    ['G20', named({ names: [] }), '当事人名称'],
    ['G20', story({ title: '示例商贸 有限公司改报告' }), '标题里有当事人名称'],
    ['G20', story({ summary: '（2026）川0802执123号案。' }), '摘要里有案号'],
  ])('%s: %#', (gate, s, sentence) => {
    expect(gates[gate as GateId](subject(s))).toEqual(expect.arrayContaining([expect.stringContaining(sentence)]));
    expect(gates[gate as GateId](subject(story()))).toEqual([]);
  });

  it('a special law sets its own period; units may have pictures; yesterday is fresh', () => {
    expect(gates.G04(subject(named({ tier: '特别法', periodEnd: '2032-01-01' })))).toEqual([]);
    expect(gates.G16(subject({ ...story(), cover: 'm1' } as Story))).toEqual([]);
    expect(gates.G02(subject(named({ fetchedOn: '2026-06-09', recordUrl: 'https://amr.gy.gov.cn/1' })))).toEqual([]);
  });

  it('every sentence about people speaks without the found words', () => {
    expect(passGates(subject(body('联系电话13800138000。'))).join('')).not.toMatch(/13800138000/);
  });
});

describe('whoever is praised, outside of the role models', () => {
  it('passes with consent and a recheck', () => {
    expect(passGates(subject(praised({})))).toEqual([]);
    expect(passGates(subject(praised({ by: 'guardian' }, { minor: true })))).toEqual([]);
    expect(passGates(subject(praised({ by: null, on: null, paper: null }, { who: 'organisation' })))).toEqual([]);
  });
  it.each<[string, object, object, string]>([
    ['G17', { by: null }, {}, '本人同意'],
    ['G17', { paper: '' }, {}, '同意书编号'],
    ['G17', { on: '2026-06-11' }, {}, '今天以后'],
    ['G17', { recheckedOn: '' }, {}, '现行失信名单'],
    ['G17', { recheckedOn: '2026-01-01' }, {}, '重新复核'],
    ['G17', { recheckedOn: '' }, { who: 'organisation' }, '现行失信名单'],
    ['G09', {}, { minor: true }, '监护人'],
    ['G09', { by: null }, { minor: true, tone: 'neutral' }, '监护人的书面同意'],
  ])('%s: %#', (gate, more, answer, sentence) =>
    expect(gates[gate as GateId](subject(praised(more, answer))).join('')).toContain(sentence),
  );

  it('G16: no picture of a person without consent', () => {
    expect(gates.G16(subject({ ...praised({ by: null }), cover: 'm1' } as Story)).join('')).toContain('同意');
    expect(gates.G16(subject({ ...praised({}), cover: 'm1' } as Story))).toEqual([]);
  });
});

describe('G19: what goes to schools', () => {
  it.each([[{}], [{ who: 'person' }], [{ minor: true }], [{ sealed: true }]])(
    'blames nobody who can be recognised: %#',
    (answer) => {
      const s = named({}, answer);
      expect(passGates(subject(s, null, { forSchools: true })).join('')).toContain('给学校的内容不能指名批评');
      expect(passGates(subject(s)).join('')).not.toContain('给学校的内容');
    },
  );
  it('may tell a case that nobody recognises', () =>
    expect(passGates(subject(story({ ...anonymous, disclosure: verified }), null, { forSchools: true }))).toEqual([]));
});

describe('G17: a role model', () => {
  const nomination: GateSubject['nomination'] = {
    state: 'accepted',
    name: '示例甲',
    subject: 'person',
    consent: { by: 'self', on: '2026-05-01', paper: 'p' },
    rechecks: [{ on: '2026-05-20', by: '乙', source: '信用中国', result: 'clean' }],
  };
  const model = {
    kind: 'role-model',
    title: '守信二十年',
    answer: { who: 'person', tone: 'praise' },
    roleModel: { name: '示例甲' },
  } as unknown as Story;
  const ask = (more: Partial<NonNullable<GateSubject['nomination']>> | null, s = model) =>
    passGates(subject(s, more && { ...nomination, ...more }));

  it('passes with an accepted nomination', () => expect(ask({})).toEqual([]));
  it.each<[Parameters<typeof ask>[0], string]>([
    [null, '没有对应的推荐人选'],
    [{ state: 'notice' }, '目前是“公示中”'],
    [{ state: 'offline' }, '目前是“已下线”'],
    [{ state: 'revoked' }, '目前是“荣誉撤销”'],
    [{ name: '示例丙' }, '改成一致'],
    [{ consent: null }, '同意书'],
    [{ rechecks: [] }, '信用复核'],
    [{ rechecks: [{ on: '2026-03-01', by: '乙', source: '信用中国', result: 'clean' }] }, '超过90天'],
    [{ rechecks: [{ on: '2026-06-01', by: '乙', source: '信用中国', result: 'hit' }] }, '现行名单'],
  ])('%#', (more, sentence) => expect(ask(more).join('')).toContain(sentence));
});

it.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2028-02-29', 12, '2029-02-28'],
  ['2026-06-10', 12, '2027-06-10'],
])('%s and %i months is %s', (day, n, end) => {
  expect(addMonths(day, n)).toBe(end);
});
