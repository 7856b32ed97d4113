import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadOccasions } from './load-occasions.ts';

const good = `slug: sample-day
name: 示例日
rule: { kind: fixed, month: 6, day: 14 }
organiser: 示例单位
ruleText: 每年6月14日
source: 示例
edition: 示例
confidence: 0.9
`;
let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'occasions-'));
  await mkdir(join(root, 'content/occasions'), { recursive: true });
});
afterEach(() => rm(root, { recursive: true }));
const load = async (text: string, file = 'sample-day.yaml') => {
  await writeFile(join(root, 'content/occasions', file), text);
  return loadOccasions(root);
};

describe('loading occasions', () => {
  it('reads the project’s own, each with its source and how sure it is', async () => {
    const occasions = await loadOccasions(process.cwd());
    expect(occasions.length).toBeGreaterThanOrEqual(40);
    expect(occasions.map((o) => o.slug)).toEqual(occasions.map((o) => o.slug).sort());
    for (const occasion of occasions) expect(occasion.confidence).toBeGreaterThan(0);
  });

  it('reads a good file; quiet is off unless said', async () => {
    expect(await load(good)).toMatchObject([{ slug: 'sample-day', quiet: false }]);
  });

  it('除夕 can be said', async () => {
    expect(
      await load(good.replace('kind: fixed, month: 6, day: 14', 'kind: lunar, month: 12, day: last')),
    ).toMatchObject([{ rule: { kind: 'lunar', month: 12, day: 'last' } }]);
  });

  it.each([
    [
      'an unknown kind',
      good.replace('kind: fixed', 'kind: sometimes'),
      'content/occasions/sample-day.yaml：字段“rule.kind”有误：规则的 kind 只能是',
    ],
    ['a day that does not exist', good.replace('day: 14', 'day: 31'), '没有这一天'],
    ['29 February', good.replace('month: 6, day: 14', 'month: 2, day: 29'), '没有这一天'],
    [
      'a span that ends before it starts',
      good.replace('day: 14', 'day: 14, to: { month: 6, day: 1 }'),
      '结束的日子要在开始之后',
    ],
    ['a month out of range', good.replace('month: 6', 'month: 13'), '“rule.month”有误：月份不能大于 12'],
    ['a missing organiser', good.replace(/organiser.*\n/, ''), '“organiser”有误：请写明主办单位'],
    ['a word instead of a number', good.replace('0.9', '很有把握'), '“confidence”有误：把握要写成 0 到 1 的数'],
    ['a mistyped field', `${good}confidense: 1\n`, '多了不认识的字段“confidense”'],
    ['an ordinal without its place', `${good}ordinal: { base: 1991, pattern: 第几个 }\n`, '届次写法里要有 {n}'],
    [
      'a week without its number',
      good.replace('kind: fixed, month: 6, day: 14', 'kind: week, month: 9'),
      'nth（第几周）和 around（含哪一天）要写且只写一个',
    ],
    [
      'a solar term that is none',
      good.replace('kind: fixed, month: 6, day: 14', 'kind: solar-term, term: 中秋'),
      '二十四节气',
    ],
    [
      'a 30th of a lunar month',
      good.replace('kind: fixed, month: 6, day: 14', 'kind: lunar, month: 12, day: 30'),
      '“rule.day”有误：农历不是每个月都有三十：除夕和别的月末请写 day: last',
    ],
    [
      'a lunar day that is none',
      good.replace('kind: fixed, month: 6, day: 14', 'kind: lunar, month: 12, day: 31'),
      '农历日要写成 1 到 29 的整数',
    ],
    [
      'a lunar rule without its day',
      good.replace('kind: fixed, month: 6, day: 14', 'kind: lunar, month: 12'),
      '请写明农历日',
    ],
    [
      'a wrong default',
      good.replace('kind: fixed, month: 6, day: 14', 'kind: annual, default: { kind: lunar, month: 1, day: 1 }'),
      'default 的 kind 只能是',
    ],
    ['broken YAML', 'slug: [', '不合 YAML 的写法'],
    ['an empty file', '', '文件是空的'],
    ['a list instead of fields', '- a', '没有写成“字段: 值”'],
    [
      'a date in place of month and day',
      good.replace('month: 6, day: 14', 'date: 2027-06-14'),
      '多了不认识的字段“date”',
    ],
    ['a missing month', good.replace('month: 6, ', ''), '“rule.month”有误：请写明月份'],
    ['no rule at all', good.replace(/rule: .*\n/, ''), '请写明日期规则'],
  ])('says in Chinese what is wrong with %s', async (_, text, sentence) => {
    await expect(load(text)).rejects.toThrow(sentence);
  });

  it('does not overlook a .yml', async () => {
    await expect(load(good, 'sample-day.yml')).rejects.toThrow(
      'content/occasions/sample-day.yml：文件名要以 .yaml 结尾',
    );
  });

  it('wants the slug to be the file’s name', async () => {
    await expect(load(good, 'other-day.yaml')).rejects.toThrow('与文件名不同');
  });
});
