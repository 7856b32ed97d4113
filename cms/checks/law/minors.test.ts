import { describe, expect, it } from 'vitest';
import { checkTexts } from '../check-texts.ts';

const minor = (text: string) =>
  checkTexts([{ field: '', text }])
    .filter(({ rule }) => rule.startsWith('minor/'))
    .map(({ at, level, rule, text: shown }) => `${rule.slice(6)} ${level} ${shown}${at}`);

describe('a child in a case', () => {
  it.each<[string, string, string]>([
    ['of an age with blanks around it', '今年 12 岁的陈浩因盗窃被抓。', 'identified block 陈* 1:9'],
    ['of an age in wide digits', '今年１２岁的陈浩因盗窃被抓。', 'identified block 陈* 1:7'],
    ['that is not yet eighteen', '未满十八周岁的被告人吴梓豪犯抢劫罪。', 'identified block 吴** 1:11'],
    ['that is not yet fourteen', '受害人周小雨不满 14 周岁，被猥亵。', 'identified block 周** 1:4'],
    ['in a form of school', '我校初一(2)班刘子墨同学因为偷拿同学东西被记过。', 'identified block 刘** 1:9'],
    [
      'of whom only the dictionary knows that it is a name',
      '她女儿杨紫涵才8岁，被班主任体罚打伤。',
      'identified block 杨** 1:4',
    ],
    ['behind the deed', '网传视频中打人的是示例中学高二学生郑浩宇。', 'identified block 郑** 1:18'],
    ['by its school alone', '13岁的罗某在示例县第二中学就读，因敲诈勒索被训诫。', 'school block 示***（学校） 1:8'],
    ['by its village alone', '青山村的一名9岁女孩遭到性侵。', 'home warn 青山村 1:1'],
    ['by its mother', '偷手机的男孩才八岁，他的母亲何桂兰在菜市场卖菜。', 'identified block 何** 1:15'],
    [
      'by its father, though it is called otherwise',
      '小军（化名）15岁，因抢劫被抓，爸爸叫孙保国。',
      'identified block 孙** 1:20',
    ],
    [
      'in a cell under the head 年龄',
      '| 姓名 | 年龄 | 事由 |\n|---|---|---|\n| 陈一鸣 | 15 | 盗窃 |',
      'identified block 陈** 3:3',
    ],
    ['by the school that he goes to', '读高一的刘宇航打架被拘。', 'identified block 刘** 1:5'],
    ['by the school that she has just begun', '何佳怡今年刚读初二，被同学殴打。', 'identified block 何** 1:1'],
    ['in kindergarten', '幼儿园大班的张子轩被老师殴打。', 'identified block 张** 1:7'],
    ['by two months', '差两个月满十八岁的张子轩抢劫。', 'identified block 张** 1:10'],
    ['by what the law asks of grown people', '张子轩不满刑事责任年龄，行凶伤人。', 'identified block 张** 1:1'],
    ['by how people call it', '娃娃张子轩被拐卖。', 'identified block 张** 1:3'],
    ['by an exam', '中考生何佳怡替考作弊被查。', 'identified block 何** 1:4'],
    ['in traditional characters', '讀高一的劉宇航打架被拘。', 'identified block 刘** 1:5'],
    ['over two sentences', '学生王子涵今年读五年级。上周他偷拿了同学的钱包。', 'identified block 王** 1:3'],
  ])('%s', (_, text, found) => expect(minor(text)).toEqual([found]));

  it.each<[string, string]>([
    ['a grown man who sells to children', '孩子王连锁店老板王强因违法被处罚。'],
    ['who cooks for pupils', '学生食堂承包人李大勇因食品问题被处罚。'],
    ['who buys for pupils', '学生食堂采购员李大勇因拖欠货款被处罚。'],
    ['who sells clothes for children', '儿童用品店店主刘军因销售假货被处罚。'],
    ['who writes for pupils', '中学生读物编辑王强抄袭被处分。'],
    ['who cheats pupils', '警方抓获针对学生的诈骗团伙，主犯王强被判刑。'],
    ['who is eighteen', '18岁的李强盗窃，被法院判处罚金。'],
    ['a surname alone', '十五岁的孙某参与抢劫。'],
    ['a name that is said to be none', '小明（化名）15岁时打架，后来改正。'],
    ['the law itself', '未成年人保护法规定，案件中不得披露姓名，律师王强讲解。'],
    ['a school that holds a lesson', '示例县第二中学邀请法官讲解校园欺凌案件。'],
    ['who is praised', '学生王小明捡到钱包，等了失主两个小时。'],
    ['a mother of whom the paper tells the surname alone', '12岁的孩子被同学打伤，王女士报警。'],
    ['a reader who complains', '市民李先生说，一名初中生偷了他的车。'],
    ['parents without names', '14岁的小刚偷手机，爸爸和妈妈一起道歉。'],
    ['a parent and a teacher', '14岁的小刚偷手机，爸爸和老师一起道歉。'],
    ['a school that is one of many', '县城一所小学的学生打架被处分。'],
    ['an example', '一名八岁男孩被拐卖，张三被抓。'],
    ['a student of the university', '张建国（大二学生）诈骗被抓。'],
    ['who pays for pupils', '张建国供两个女儿读高中，工程款被拖欠也没跑。'],
    ['who left school long ago', '张建国初中毕业，因诈骗被判处有期徒刑。'],
    ['who is eighteen and at school', '读高三的李强今年18岁，盗窃被抓。'],
    ['a shop in a good place', '张建国在高一地段开店，拖欠货款。'],
    ['a pupil who speaks', '少先队员代表张子轩发言，反对校园欺凌。'],
    ['who drives pupils', '司机李国庆接送学生十年没有违章。'],
  ])('nobody: %s', (_, text) => expect(minor(text)).toEqual([]));
});

describe('a child that is praised', () => {
  it('with name and school needs the guardian’s consent', () => {
    expect(minor('示例市实验小学三年级学生王子涵的作文获一等奖。')).toEqual([
      'consent warn 王**（姓名与学校同时出现） 1:13',
    ]);
  });

  it.each<[string, string]>([
    ['without the school', '小学生王子涵的作文获一等奖。'],
    ['without the name', '示例市实验小学一名学生的作文获一等奖。'],
    ['a teacher', '示例市实验小学教师李芳辅导学生获奖。'],
    ['a student of a university', '示例大学学生王子涵获奖。'],
  ])('nothing is asked %s', (_, text) => expect(minor(text)).toEqual([]));
});

it('nobody but the secrecy reviewer may judge it, and the sentence says what goes instead of a name', () => {
  const [found] = checkTexts([{ field: '', text: '14岁的陈浩因盗窃被抓。' }]);
  expect(found?.mend).toContain('未成年人保护法第一百零三条');
  expect(found?.mend).toContain('学校和住处只写到县、区');
  expect(found?.mend).toContain('请保密审查人');
});
