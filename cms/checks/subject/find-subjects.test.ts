import { describe, expect, it } from 'vitest';
import { createFiction } from '../../testing/corpus/fiction.ts';
import { readSubjects } from './read-subjects.ts';

const named = (text: string) => readSubjects(text).map(({ name }) => name);

describe('who is meant', () => {
  it.each<[string, string, string]>([
    ['a rare surname that only the dictionary sees', '保洁员衡翠花把业主遗失的手镯装进了自己口袋。', '衡翠花'],
    ['a name in the gap of what is told', '作协撤销会员谌丽莎的奖项。', '谌丽莎'],
    ['a firm whose name ends with its trade', '花漾摄影拍完照就关门跑了。', '花漾摄影'],
    ['a firm behind what is told', '三元一斤的牛肉是鸭肉泡了香精，出自老马清真熟食店。', '老马清真熟食店'],
    ['to whom something is done by an authority', '市生态环境局对天晟金属有限公司开出百万罚单。', '天晟金属有限公司'],
    ['an officer who did it himself', '科长迟建军多次接受管理服务对象宴请，被约谈。', '迟建军'],
    ['the head of a column', '| 考生 | 违纪情况 |\n|---|---|\n| 阚文斌 | 携带小抄 |', '阚文斌'],
    ['the line above a list', '欠缴水费的住户：\n1. 二单元 敬德明\n2. 其余已缴', '敬德明'],
    ['a cell under 商户', '| 商户 | 检查情况 |\n|---|---|\n| 湘妹子小炒 | 用工业盐腌菜 |', '湘妹子小炒'],
    ['the lines of one story by date', '3月4日 钮振华签下借据。\n6月4日 到期未还。\n12月 拉黑债主。', '钮振华'],
    ['an alternative text', '<p>现场</p><img src="a.jpg" alt="示例镇王建国拖欠货款">', '王建国'],
    ['letters of a drawing', '<svg><text>示例镇王建国</text><text>拖欠货款八万元</text></svg>', '王建国'],
  ])('%s', (_, text, name) => expect(named(text)).toContain(name));

  it('a credit code names its organisation; a number of the same length names none', () => {
    const code = createFiction(1).creditCode();
    expect(readSubjects(`统一社会信用代码${code}的单位拖欠工资，被列入名单。`)).toMatchObject([
      { kind: 'organisation' },
    ]);
    expect(named(`编号${code.slice(0, 17)}${code.endsWith('0') ? '1' : '0'}的单位拖欠工资，被列入名单。`)).toEqual([]);
  });
});

describe('where the name stands', () => {
  it.each<[string, string[]]>([
    ['被告人王建国挪用公款二十万元。', ['王建国']],
    ['失信被执行人王建国至今未履行。', ['王建国']],
    ['村民反映王建国强占集体鱼塘。', ['王建国']],
    ['王建国、李国庆合伙骗取补贴。', ['王建国', '李国庆']],
    ['王建国伙同李国庆骗取补贴。', ['王建国', '李国庆']],
    ['王建国指使李国庆伪造病历。', ['王建国', '李国庆']],
    ['王建国，男，示例镇人，拖欠货款八万元。', ['王建国']],
    ['王建国（绰号王老五）欠赌债跑路。', ['王建国']],
    ['拖欠货款的正是王建国。', ['王建国']],
    ['骗走老人养老钱的人叫王建国。', ['王建国']],
    ['王建国曾获表彰，却拖欠工人工资。', ['王建国']],
    ['王建国拖欠工资，经调解后仍不支付。', ['王建国']],
    ['因拖欠租金，王建国被房东告上法庭。', ['王建国']],
    ['王建国家的狗咬伤人，他拒绝赔偿。', ['王建国']],
    ['局长王建国收受贿赂。', ['王建国']],
    ['法定代表人为王建国的示例建材有限公司拖欠货款。', ['示例建材有限公司']],
    ['王建国是示例镇人。至今拖欠货款八万元。', ['王建国']],
    ['王建国来了。李国庆拖欠货款八万元。', ['李国庆']],
    ['王建国把李国庆拖欠的工资讨了回来。', ['李国庆']],
    ['王建国被李国庆骗走三万元。', ['李国庆']],
  ])('%s', (text, names) => expect(named(text)).toEqual(names));
});

describe('a word beside it excuses nobody', () => {
  const deeds = [
    '张伟拖欠工人工资32万元',
    '被执行人张伟拒不履行判决',
    '养猪户张伟欠钱不还',
    '会计张伟挪用公款',
    '张伟殴打老人',
    '张伟虐待母亲',
    '张伟酒驾逃逸',
    '张伟诈骗老人养老钱',
    '张伟卷款跑路',
    '张伟被列入失信被执行人名单',
  ];
  it.each(
    [
      [
        '他说这是误会',
        '申诉称不属实，被法院驳回',
        '绰号黑皮',
        '这个故事告诉我们要诚信',
        '二审没有改判',
        '债权人胜诉',
        '曾任小品演员',
        '话剧团停发了他的补贴',
        '法院对失信零容忍',
        '在展览上被曝光',
        '请看怎么办',
        '一审无罪，二审有罪',
      ],
      ['他还免费义诊过', '本人是志愿者', '照顾过老人', '捐过款', '被评为好人', '一分钱没还'],
    ].flat(),
  )('%s', (excuse) => {
    for (const deed of deeds)
      for (const text of [`${deed}，${excuse}。`, `${excuse}，${deed}。`]) expect(named(text), text).toContain('张伟');
  });

  it.each([
    '张伟拖欠工资典型案例',
    '张伟拖欠货款合同纠纷一案宣判。',
    '张伟（绰号老六）诈骗老人养老钱30万元。',
    '张伟逃了三年。',
  ])('%s', (text) => expect(named(text)).toContain('张伟'));
});

describe('nobody is meant', () => {
  it.each([
    '七十一岁的老人张桂芳被骗走养老钱，警方立案。',
    '《欠条》由白露编写，讲赖账的代价。',
    '讲师方明远的课题是“学术不端的防范”。',
    '雷刚收回泡水车，全额退款。',
    '示例车行召回三辆事故车，逐一赔偿。',
    '律师毕成做客直播间，聊聊预付卡跑路怎么办。',
    '记者采访店主万家乐时，他正给顾客退多收的两块钱。',
    '网传“红叶超市卖死鱼”，经查不实。',
    '话剧《秤》里，孟凡林演一个缺斤少两的肉铺老板。',
    '示例路桥有限公司提前移出失信名单。',
    '示例大学对学术不端“零容忍”。',
    '推动学校针对考试舞弊、学术造假开展教育。',
    '引导商业银行对严重失信主体提高利率。',
    '各行业主管部门对恶意拖欠的列入名单。',
    '守信光荣、失信可耻的社会氛围，营造不敢失信的环境。',
    '<p data-note="示例镇王建国拖欠货款">现场</p>',
    '| 单位 | 欠款清理进度 |\n|---|---|\n| 机关事业单位 | 已清零 |',
  ])('%s', (text) => expect(named(text)).toEqual([]));
});
