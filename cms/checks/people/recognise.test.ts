import { describe, expect, it } from 'vitest';
import { isRecognisable, traitsOf } from './recognise.ts';

const traits = (text: string) => traitsOf(text).map(({ from, kind, to }) => `${kind} ${text.slice(from, to)}`);
const tells = (text: string) => isRecognisable(traitsOf(text));

describe('what neighbours know somebody by', () => {
  it.each<[string, string[]]>([
    ['周建国打人', ['name 周建国']],
    ['王某，男，45岁，示例镇人，', ['surname 王某', 'age 岁', 'sex ，男', 'home 示例镇人']],
    ['开茶馆的周某', ['surname 周某', 'shop 开茶馆的']],
    ['开网吧的欧阳某某', ['surname 欧阳某某', 'shop 开网吧的']],
    ['跑大巴的李某', ['surname 李某', 'job 跑大巴']],
    ['在示例中学任教的赵某', ['surname 赵某', 'job 任教']],
    ['在自家小卖部里的刘某', ['surname 刘某']],
    ['租住在城南的女子', ['sex 女子', 'home 租住在城南的女子']],
    ['示例粮油店的老板', ['shop 示例粮油店的老板', 'job 老板']],
  ])('%s', (text, found) => expect(traits(text)).toEqual(found));
});

describe('two of them are somebody, one is nobody', () => {
  it.each([
    '周建国打人',
    '司机刘某',
    '46岁的出租车司机',
    '家住利州区的46岁男子',
    '示例花园小区的刘某',
    '示例茶楼的老板，46岁',
  ])('somebody: %s', (text) => expect(tells(text)).toBe(true));

  it.each([
    '一名46岁男子',
    '李某和王某',
    '某地某人',
    '某市某区某某小学',
    '某小区业主',
    '一名女司机',
    '召开茶馆行业会',
    '离开酒馆的男子',
    '全市查处45人',
    '',
  ])('nobody: %s', (text) => expect(tells(text)).toBe(false));

  it.each([
    '民警张强抓获赌博人员',
    '办案民警 张强在现场',
    '通讯员：王芳',
    '记者王芳报道',
    '所长刘勇介绍',
    '李国庆律师解读',
    '张强同志走访',
    '村民李国庆帮助刑满释放人员就业',
    '村民李国庆多次举报赌博',
    '村民李国庆介绍了社区矫正',
  ])('who speaks, serves or helps is not whom it is about: %s', (text) => expect(tells(text)).toBe(false));

  it.each(['李国庆介绍卖淫', '村民李国庆帮助他人赌博', '村民李国庆举报别人，自己却因赌博被抓'])(
    'who only seems to: %s',
    (text) => expect(tells(text)).toBe(true),
  );
});
