import { describe, expect, it } from 'vitest';
import { findDeeds } from './deeds.ts';
import { findPersons, isSaid } from './find-persons.ts';

const names = (text: string) => findPersons(text, findDeeds(text)).map(({ name }) => name);

describe('a name where something is told', () => {
  it.each<[string, string]>([
    ['in the middle of a sentence', '示例镇王建国拖欠货款'],
    ['of two characters right before the deed', '通报张伟欠债不还'],
    ['with a bracket behind', '许建平（男，50岁）欠款'],
    ['to whom something is done', '对许建平罚款五千元'],
    ['in the gap of what is told', '撤销会员谌丽莎的奖项'],
    ['of a surname that only a dictionary knows', '保洁员衡翠花拿了手镯'],
    ['that is a word as well', '姓名田野，男，欠款两万'],
    ['that holds a word', '被执行人苏有才欠款'],
    ['of a double surname', '欧阳锋赖账'],
    ['of a wife', '女方罗小凤骗婚'],
    ['that ends in a number', '包工头何老三跑了'],
    ['before a word for how often', '李国庆屡次拖欠工资'],
  ])('%s: %s', (_, text) => {
    expect(names(text)).toHaveLength(1);
    expect(text).toContain(names(text)[0]);
  });

  it('several, in the order of the text', () =>
    expect(names('会计孟庆林、出纳夏春兰和张伟骗取补贴')).toEqual(['孟庆林', '夏春兰', '张伟']));

  it.each<[string, string]>([
    ['a sum', '4.2万元欠款'],
    ['a school and a plan', '高校方案造假'],
    ['an office', '公安局安全员违规'],
    ['money', '钱付清了，没有欠款'],
    ['a road', '路断了，拖欠工资'],
    ['words between', '典型和严重失信'],
    ['an example', '张三欠钱'],
    ['a teacher without a name', '李老师欠钱'],
    ['a landlord', '房东跑了，欠款五万'],
    ['a thought of the state', '学习习近平新时代思想，防范诈骗'],
    ['half hidden', '张某某骗取补贴'],
    ['nobody', ''],
  ])('none: %s', (_, text) => expect(names(text)).toEqual([]));
});

it.each<[string, string, boolean]>([
  ['法定代表人王', '王', true],
  ['真名王', '王', true],
  ['他和王', '王', false],
  ['王', '王', false],
])('before the last character of %s it is certain who follows', (text, name, certain) =>
  expect(isSaid(text, text.lastIndexOf(name))).toBe(certain),
);
