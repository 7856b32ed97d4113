import { describe, expect, it } from 'vitest';
import { checkTexts } from '../check-texts.ts';

const sealed = (text: string) =>
  checkTexts([{ field: '', text }])
    .filter(({ rule }) => rule.startsWith('sealed/'))
    .map(({ at, level, rule, text: shown }) => `${rule.slice(7)} ${level} ${shown}${at}`);

describe('who was punished by the police is told', () => {
  it.each<[string, string, string]>([
    ['in the short word that people use', '村主任李国庆曾因赌博被行拘。', 'public-security block 李** 1:4'],
    [
      'by days alone, with blanks as typesetters put them',
      '王浩因偷电动车被拘 5 天。',
      'public-security block 王* 1:1',
    ],
    ['by a fine', '李国庆酒后滋事被治安罚款500元。', 'public-security block 李** 1:1'],
    ['as caught', '示例镇开网约车的陈某（45岁）嫖娼被抓。', 'public-security block 陈* 1:9'],
    ['as a helper in the offence', '村民李国庆介绍卖淫被行政拘留。', 'public-security block 李** 1:3'],
    ['though he reported others', '村民李国庆举报他人后又因赌博被拘留。', 'public-security block 李** 1:3'],
    ['by shop and surname', '社区里开理发店的李某偷窥被拘留五日。', 'public-security block 李* 1:9'],
    ['by age and job', '小区保安李某，50岁，偷看女住户洗澡被抓。', 'public-security block 李* 1:5'],
    [
      'by job and age without any name',
      '示例茶楼的老板，46岁，因容留他人赌博被行政拘留。',
      'public-security block 示****** 1:1',
    ],
    ['over two lines of one sentence', '周建国殴打邻居，\n被公安机关行政拘留。', 'public-security block 周** 1:1'],
    ['in bold letters', '**李国庆**因寻衅滋事被**拘留**十五天', 'public-security block 李** 1:3'],
    [
      'in a cell under the head of its column',
      '| 姓名 | 行政拘留事由 |\n|---|---|\n| 李国庆 | 赌博 |',
      'public-security block 李** 3:3',
    ],
    [
      'in a comment that no reader sees',
      '通报一起案例。<!-- 李国庆因赌博被行政拘留 -->',
      'public-security block 李** 1:8',
    ],
  ])('%s', (_, text, found) => expect(sealed(text)).toEqual([found]));

  it.each<[string, string]>([
    ['a record', '李国庆有案底。'],
    ['prison', '李国庆坐过牢。'],
    ['years in prison', '村民李国庆坐过三年牢，大家防着点。'],
    ['a cell', '李国庆进过看守所。'],
    ['drugs', '李国庆有吸毒史。'],
    ['treatment', '李某，女，示例镇人，曾经吸毒，现已强制戒毒。'],
  ])('and who has a past: %s', (_, text) => expect(sealed(text)[0]).toContain('criminal-record block 李'));
});

describe('nobody is told', () => {
  it.each<[string, string]>([
    ['a surname alone', '张某因打架被行政拘留。'],
    ['age and sex are a statistic', '一名46岁男子酒后闹事被拘留。'],
    ['figures', '今年因赌博被行政拘留的示例镇居民、出租车司机等12人都听了课。'],
    ['the name of the law', '学习治安管理处罚法，张伟获得第一名。'],
    ['who helps those who were', '村支书李国庆帮扶刑满释放人员创业。'],
    ['who visits them', '村主任李国庆多次走访社区戒毒人员。'],
    ['who stopped it', '居民李国庆及时制止打架，派出所送来感谢信。'],
    ['who reported it', '会计李国庆举报同事赌博，派出所查处三人。'],
    ['who warns of it', '店主李国庆提醒顾客：赌博会被拘留。'],
    ['the police', '民警李国庆查获赌博人员三名，警方处以拘留。'],
    ['a court’s judgment', '被告人李国庆殴打邻居致重伤，派出所移送后被判处有期徒刑三年。'],
    ['a case without a place', '某地一人因赌博被行政拘留五日。'],
    ['a book', '作家李国庆写成小说《拘留所的春天》。'],
    ['another day of life', '李国庆走访三天，看了五家茶馆。'],
  ])('%s', (_, text) => expect(sealed(text)).toEqual([]));
});

it('the sentence says how far one may go: no name, or only “somebody somewhere” where two traits tell who it is', () => {
  const mend = (text: string) => checkTexts([{ field: '', text }])[0]?.mend ?? '';
  expect(mend('周建国打架被行政拘留。')).toContain('只写“某人”');
  expect(mend('开茶馆的周某打架被行政拘留。')).toContain('请只写“某地一人”');
  for (const text of ['周建国打架被行政拘留。', '开茶馆的周某打架被行政拘留。'])
    expect(mend(text)).toContain('第一百三十六条');
});
