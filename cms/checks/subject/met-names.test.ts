import { describe, expect, it } from 'vitest';
import { checkTexts } from '../check-texts.ts';
import { metBefore, metNames } from './met-names.ts';
import { readSubjects } from './read-subjects.ts';
import { sentences } from './sentences.ts';

const names = (text: string) => metNames(text).map(({ name }) => name);
const blamed = (text: string) => readSubjects(text).map(({ name }) => name);
const sealed = (text: string) =>
  checkTexts([{ field: '', text }])
    .filter(({ rule }) => rule.startsWith('sealed/'))
    .map(({ at, text: shown }) => `${shown}${at}`);

describe('whom a sentence ends with, met or spoken of', () => {
  it.each<[string, string[]]>([
    ['我们走访了张伟', ['张伟']],
    ['昨天在茶馆里遇到王芳', ['王芳']],
    ['说起李秀兰，街坊都认得', ['李秀兰']],
    ['记者见到欧阳倩时，她正在关门', ['欧阳倩']],
    ['先见到刘洋，又找到陈大明', ['刘洋', '陈大明']],
    ['关于赵刚', ['赵刚']],
    ['走访了农户', []],
    ['走访了商户、车主', []],
    ['看望了温泉村', []],
    ['采访了高校', []],
    ['见到了李老师', []],
    ['走访了张三', []],
    ['找到张伟的店', []],
    ['', []],
  ])('%s: %j', (text, found) => expect(names(text)).toEqual(found));
});

describe('what the next sentence tells of him or her', () => {
  it.each<[string, string]>([
    ['我们走访了张伟。他因赌博被拘留。', '张伟'],
    ['在茶馆里遇到王芳。后来她因打麻将抽头被罚款。', '王芳'],
    ['提起刘洋，街坊摇头。他借了三家的钱，卷款跑路。', '刘洋'],
    ['看望了何平。天很冷。此人拖欠工资八万元。', '何平'],
    ['我們走訪了張偉。他因賭博被拘留。', '张伟'],
  ])('is told of whoever was named: %s', (text, name) => expect(blamed(text)).toEqual([name]));

  it.each<[string, string]>([
    ['我们走访了张伟。他因赌博被拘留。', '张* 1:6'],
    ['采访了于谦。此人有前科。', '于* 1:4'],
    ['遇到<b>王芳</b>。后来她因打麻将被行政拘留。', '王* 1:6'],
  ])('a sealed record among it: %s', (text, found) => expect(sealed(text)).toEqual([found]));

  it.each([
    '我们走访了张伟。他提醒大家，赌博会被拘留。',
    '我们走访了张伟。他举报了一起赌博，三人被拘留。',
    '我们采访了周强。他是社区民警，查处赌博二十起，拘留十人。',
    '记者采访了孙丽。她说，邻居因赌博被拘留。',
    '慰问了老党员何平。他一生没有欠过谁一分钱。',
    '走访张伟时下着雨。某男子因赌博被拘留。',
    '走访了商户。他们因赌博被拘留。',
    '看望了李娜。她的邻居因赌博被拘留。',
    '我们走访了张伟。他拾金不昧，把钱还给了失主。',
  ])('but not what he speaks of, works against or did well: %s', (text) => {
    expect(blamed(text)).toEqual([]);
    expect(sealed(text)).toEqual([]);
  });
});

it('the nearest sentence that ends with a name says who it is, at its place', () => {
  const text = '走访了张伟。又走访了王芳。天冷';
  const before = sentences(text, 0);
  const found = metBefore(before, '他因');
  expect(found && text.slice(found.from, found.to)).toBe('王芳');
  expect(metBefore(before, '天冷，')).toBeNull();
  expect(metBefore([], '他因')).toBeNull();
});
