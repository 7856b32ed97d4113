import { describe, expect, it } from 'vitest';
import { checkTexts } from '../check-texts.ts';

const told = (text: string) =>
  checkTexts([{ field: '', text }]).map(
    ({ level, rule, text: shown }) => `${rule.replace('personal-data/', '')} ${level} ${shown}`,
  );

describe('where somebody lives', () => {
  it.each<[string, string]>([
    ['家住丽景苑A座1203', 'address block 家住丽景苑A座****'],
    ['住在幸福小区5-2-1103', 'address block 住在幸福小区*-*-****'],
    ['现居滨江路66号附3号', 'address block 现居滨江路**号'],
    ['租住在示例巷九号院内', 'address block 租住在示例巷九号'],
    ['户籍地址：示例县青山镇 青山村 4 组', 'address block 户籍地址：示例县青山镇 青山村 * 组'],
    ['家庭住址 上西街道则天路 12 号', 'address block 家庭住址 上西街道则天路 ** 号'],
    ['他暂住利州区示例路２０号', 'address block 暂住利州区示例路**号'],
    ['幸福小区5-2-1103的业主', 'address warn 小区*-*-****'],
    ['锦绣华府B座1502', 'address warn 华府B座****'],
    ['阳光花园12号楼3单元501', 'address warn *单元***'],
    ['示例宿舍3栋201室', 'address warn 宿舍*栋***室'],
    ['青山村四组十七号', 'address warn 山村四组十七号'],
  ])('%s', (text, found) => expect(told(text)).toEqual([found]));

  it.each<[string, string]>([
    ['to the district is what may be written', '家住利州区东坝街道'],
    ['an office', '市政务服务中心在滨江路66号'],
    ['a firm', '公司住址：滨江路66号'],
    ['a place to go', '报名地点：阳光花园12号楼3单元101室'],
    ['a date', '住在这里的时间是2026-11-28'],
    ['a long number with dashes', '住在酒店，订单1-22-3333-44'],
    ['a decree', '住在农村的，按住建部令第45号执行'],
    ['a bus line', '家住城郊，坐12号线上班'],
    ['another sentence', '他家住得远。滨江路66号是书店'],
    ['a lesson', '第3单元第2课'],
    ['a score', '阳光花园队3-2-1领先'],
  ])('none: %s', (_, text) => expect(told(text)).toEqual([]));
});

it('a column of homes blocks each, and a column of offices none', () => {
  const table = (head: string) => `| 姓名 | ${head} |\n|---|---|\n| 甲 | 滨江路66号 |\n| 乙 | 则天路8号 |`;
  expect(told(table('家庭住址'))).toHaveLength(2);
  expect(told(table('办公地点'))).toEqual([]);
});

it('the writer is told how far an address may go', () =>
  expect(checkTexts([{ field: '正文', text: '当事人家住滨江路66号' }])).toMatchObject([
    { at: '正文 1:4', mend: '住址写到了门牌：请只写到县、区一级。' },
  ]));
