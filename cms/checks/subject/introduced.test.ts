import { describe, expect, it } from 'vitest';
import { introduced } from './introduced.ts';

const names = (text: string) => introduced(text).map(({ name }) => name);

describe('a name between what somebody is and what he does', () => {
  it.each([
    ['农户原小平，', '原小平'],
    ['示例村的沈长根把羊卖了', '沈长根'],
    ['会计欧阳倩每月', '欧阳倩'],
    ['卖鱼的赵大成，', '赵大成'],
    ['羊倌马六，', '马六'],
    ['住三单元的金晓芳', '金晓芳'],
    ['监理步兰兰收了钱', '步兰兰'],
    ['老板令狐开店', '令狐开店'],
    ['本名庹长生：', '庹长生'],
    ['诸葛青云拿了公章', '诸葛青云'],
  ])('%s', (text, name) => expect(names(text)).toEqual([name]));
});

it.each([
  '老板代发工资',
  '安全员全部到岗',
  '司机路过',
  '养猪户高兴地说',
  '村主任向大家',
  '摊主毕业于',
  '厨师华丽转身',
  '经理常说',
  '店主温暖人心',
  '会计东方红',
  '二组的田野里',
  '开超市的应该',
  '监督员和工人',
  '东方电器的会计',
  '',
])('a word is none: %s', (text) => expect(names(text)).toEqual([]));
