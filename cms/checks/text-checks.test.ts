import { describe, expect, it } from 'vitest';
import { createFiction } from '../testing/corpus/fiction.ts';
import { checkTexts } from './check-texts.ts';
import { textChecks } from './text-checks.ts';

const fiction = createFiction(17);
const id = fiction.id();
const found = (text: string, kind: 'prose' | 'machine' = 'prose') =>
  checkTexts([{ field: '正文', text, kind }]).map(({ at, level, rule }) => `${rule} ${level} ${at}`);

/** One text of each rule that a check of texts may give; numbers belong to nobody. */
const samples: [rule: string, level: string, text: string][] = [
  ['personal-data/citizen-id', 'block', `当事人证号${id}。`],
  ['personal-data/residence-permit', 'block', `居住证${fiction.permit()}。`],
  ['personal-data/citizen-id-mistyped', 'warn', `身份证号${fiction.mistypedId()}。`],
  ['personal-data/citizen-id-15', 'block', `老身份证号${fiction.oldId()}。`],
  ['personal-data/citizen-id-weak-mask', 'block', `证号${id.slice(0, 14)}****。`],
  ['personal-data/phone', 'warn', `联系${fiction.phone()}。`],
  ['personal-data/plate', 'warn', `车牌${fiction.plate()}。`],
  ['personal-data/bank-card', 'warn', `卡号${fiction.card()}。`],
  ['personal-data/passport', 'warn', '护照号码E12345678。'],
  ['personal-data/travel-permit', 'warn', '台胞证12345678。'],
  ['personal-data/address', 'block', '家住滨江路66号。'],
  ['minor/identified', 'block', '13岁的孙浩然参与抢劫。'],
  ['minor/school', 'block', '青山县第二中学的一名学生参与抢劫。'],
  ['minor/home', 'warn', '青山村的一名9岁女孩被性侵。'],
  ['minor/consent', 'warn', '青山县实验小学学生王子涵获一等奖。'],
  ['sealed/public-security', 'block', '周建国因赌博被行政拘留。'],
  ['sealed/criminal-record', 'block', '周建国有前科。'],
  ['innocence/verdict-before-judgment', 'block', '诈骗犯张某涉嫌骗取补贴，目前正在侦查。'],
  ['innocence/guilty', 'block', '王强犯了诈骗罪。'],
  ['characters/traditional', 'warn', '誠信經營。'],
  ['innocence/unhedged', 'warn', '李强骗取贷款八万元，已被公安机关立案。'],
];

describe('every rule', () => {
  it.each(samples)('%s (%s) is given for what a writer writes', (rule, level, text) => {
    const findings = checkTexts([{ field: '正文', text }]).filter((finding) => finding.rule === rule);
    expect(findings).toMatchObject([{ level, at: expect.stringMatching(/^正文 1:\d+$/) }]);
    // One sentence that says how to mend it, and nothing of what was found in the clear.
    expect(findings[0]?.mend).toMatch(/请.*。$/);
    expect(findings[0]?.text).not.toMatch(/建国|浩然|子涵|王强|李强/);
    expect(findings[0]?.text).not.toMatch(/\d{5}/);
  });

  it('begins with the group of the check that gave it', () => {
    const groups = textChecks.flatMap(({ group }) => (group === null ? [] : [group]));
    for (const [rule] of samples) expect(groups).toContain(rule.split('/')[0]);
  });

  it('is asked of an address only where it is about numbers', () => {
    for (const [rule, , text] of samples)
      expect(found(text, 'machine').length > 0, rule).toBe(rule.startsWith('personal-data/'));
  });
});

describe('what a text hides', () => {
  it.each<[string, string, string[]]>([
    ['a comment', '好。<!-- 周建国因赌博被行政拘留 -->', ['sealed/public-security block 正文 1:3']],
    ['an alternative text', '好。<img alt="周建国因赌博被行政拘留">', ['sealed/public-security block 正文 1:3']],
    ['data for a machine is asked for numbers alone', '<p data-x="周建国因赌博被行政拘留">好。</p>', []],
    ['a number in data', `<p data-x="${id}">好。</p>`, ['personal-data/citizen-id block 正文 1:1']],
    ['an address', `好。https://a.example/?n=${id}`, ['personal-data/citizen-id block 正文 1:24']],
  ])('%s', (_, text, told) => expect(found(text)).toEqual(told));
});

it('the same at one place is told once, at another place again', () => {
  const text = `证号${id}`;
  expect(
    checkTexts([
      { field: '正文', text },
      { field: '正文', text },
    ]),
  ).toHaveLength(1);
  expect(
    checkTexts([
      { field: '正文', text },
      { field: '图注', text },
    ]).map(({ at }) => at),
  ).toEqual(['正文 1:3', '图注 1:3']);
  expect(checkTexts([{ field: '表', text, at: () => `表“${id}”` }])[0]?.at).not.toContain(id);
});
