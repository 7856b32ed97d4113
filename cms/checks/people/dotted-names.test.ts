import { describe, expect, it } from 'vitest';
import { checkTexts } from '../check-texts.ts';
import { readSubjects } from '../subject/read-subjects.ts';
import { words } from '../fold/words.ts';
import { dots } from '../fold/dots.ts';
import { dottedNames } from './dotted-names.ts';
import { findNames } from './find-names.ts';
import { tibetanNames } from './tibetan-names.ts';

const names = (text: string) => findNames(text).map(({ from, name, to }) => `${from}-${to} ${name}`);
const told = (text: string) => [
  ...checkTexts([{ field: '', text }]).map(({ rule, text: shown }) => `${rule} ${shown}`),
  ...readSubjects(text).map(({ name }) => `blamed ${name}`),
];

describe('a name with a dot', () => {
  it.each<[string, string]>([
    ['买买提·艾山因赌博被拘留', '0-6 买买提·艾山'],
    ['村民买买提·艾山多次盗窃', '2-8 买买提·艾山'],
    ['骗子艾力·吐尔逊卖假药', '2-8 艾力·吐尔逊'],
    ['示例镇的阿卜杜拉·热合曼。', '4-12 阿卜杜拉·热合曼'],
    ['阿依古丽·买买提·艾沙骗走钱', '0-11 阿依古丽·买买提·艾沙'],
    ['约翰·史密斯拖欠工资', '0-6 约翰·史密斯'],
    ['（古丽·努尔，女）', '1-6 古丽·努尔'],
    ['买买提·艾山和张建国被查处', '0-6 买买提·艾山'],
  ])('%s', (text, name) => expect(names(text)).toContain(name));

  it('with whatever dot, and blanks around it', () => {
    for (const dot of dots) expect(dottedNames(`买买提${dot}艾山`), dot).toHaveLength(1);
    for (const dot of ['·', '•', '‧', ' · ', '**·**'])
      expect(told(`买买提${dot}艾山因赌博被行政拘留五日。`), dot).toContain('blamed 买买提·艾山');
    expect(told('買買提·艾山因賭博被行政拘留五日。')).toContain('sealed/public-security 买*****');
  });

  it('stands where it stands in the source', () => {
    const [subject] = readSubjects('通报：<b>买买提</b>·艾山拖欠货款八万元。');
    expect(subject).toMatchObject({ from: 6, to: 16 });
  });

  it.each([
    '诚信·广元',
    '“川·渝”合作',
    '北京·西城',
    '明珠·三江',
    '明珠·平安',
    '三江·明珠',
    '第一章·总则',
    '老·赖·名·单',
    '行政·拘留',
    '买买提·艾山（化名）',
    '马·云',
  ])('is none: %s', (text) => expect(names(text)).toEqual([]));

  it.each([
    '马克·吐温说过，诚实是最好的策略，欠债要还。',
    '买买提·艾山拾金不昧，把钱还给失主，受到表扬。',
    '诚信·广元：拖欠工资的，请拨打电话。',
    '平安·海东开展打击欠薪行动。',
  ])('nothing is told of it where nothing bad is: %s', (text) => expect(told(text)).toEqual([]));
});

it('a dot that hides a word still hides none', () => {
  expect(words({ text: '行政·拘留，老·赖，拖•欠' }).text).toBe('行政拘留，老赖，拖欠');
  expect(words({ text: '买买提•艾山' }).text).toBe('买买提·艾山');
  expect(told('张伟因赌博被行·政·拘·留五日。')).toContain('sealed/public-security 张*');
});

describe('a Tibetan name of two parts', () => {
  it.each<[string, string]>([
    ['扎西多吉因打架被派出所处罚', '0-4 扎西多吉'],
    ['老板泽仁拉姆卖假虫草', '2-6 泽仁拉姆'],
    ['当事人为格桑央金。', '4-8 格桑央金'],
  ])('%s', (text, name) => expect(names(text)).toContain(name));

  it.each(['扎西德勒！', '达瓦是月亮', '罗布林卡', '格桑花开', '达瓦次仁村的路', '扎西'])('is none: %s', (text) =>
    expect([...names(text), ...tibetanNames(text)]).toEqual([]),
  );

  it('is told with what it did, not with what is good', () => {
    expect(told('扎西多吉因打架被派出所处罚。')).toContain('sealed/public-security 扎***');
    expect(told('扎西多吉十年如一日守护草原，被评为诚信之星。')).toEqual([]);
  });
});

it('a text of nothing but dots and sounds is read in one pass', () => {
  expect(dottedNames('阿·'.repeat(100_000))).toEqual([]);
  expect(dottedNames('艾力·'.repeat(50_000)).length).toBeGreaterThan(0);
  expect(tibetanNames('扎西'.repeat(50_000)).length).toBe(25_000);
});
