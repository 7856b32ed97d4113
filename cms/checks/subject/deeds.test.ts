import { describe, expect, it } from 'vitest';
import { deedPlaces, findDeeds } from './deeds.ts';

const deeds = (sentence: string) => findDeeds(sentence).map(({ from, to }) => sentence.slice(from, to));

describe('told against somebody', () => {
  it.each<[string, string[]]>([
    ['他拖欠工资三万元', ['拖欠']],
    ['他擅自改了账', ['擅自']],
    ['拒绝支付工程款', ['拒绝支付']],
    ['他把过期牛奶改了日期', ['过期牛奶改']],
    ['谎称自己是医生', ['谎称']],
    ['他把养老钱卷走，捐给了灾区', ['卷走']],
    ['不断拖欠货款', ['拖欠']],
    ['没少骗人', ['骗人']],
    ['不但拖欠工资', ['拖欠']],
    ['不光骗人，还打人', ['骗人', '打人']],
    ['不惜造假', ['造假']],
    ['不久诈骗', ['诈骗']],
    ['不知骗了多少人', ['骗了']],
    ['做防水偷工减料', ['偷工减料']],
    ['无故拖欠工资', ['拖欠']],
    ['非但拖欠工资', ['拖欠']],
    ['无耻骗人', ['骗人']],
    ['反复诈骗', ['诈骗']],
    ['在学习期间作弊', ['作弊']],
    ['在模拟考试中作弊', ['作弊']],
    ['不法商家售假', ['售假']],
    ['被殴打后，他殴打了护士', ['殴打']],
  ])('%s', (sentence, found) => expect(deeds(sentence)).toEqual(found));
});

describe('bad goods that are taken back and made good', () => {
  it.each([
    '收回泡水车，全额退款',
    '召回已售出的三辆事故车，逐一赔偿',
    '回购了这批调表车，给车主换新车',
    '把卖出的泡水车收回，销毁泡水车，登门道歉',
  ])('are no deed: %s', (sentence) => expect(deeds(sentence)).toEqual([]));

  it.each<[string, string]>([
    ['收回泡水车，拒绝退款', '泡水车'],
    ['收回泡水车，没有退款', '泡水车'],
    ['收回泡水车重新喷漆，退款后再卖', '泡水车'],
    ['收回泡水车，全额退款，转手卖给学生', '泡水车'],
    ['卖泡水车，被查后全额退款', '泡水车'],
    ['把泡水车当新车卖，后来全额退款', '把泡水车当新车卖'],
    ['收回定金，卖出泡水车', '泡水车'],
  ])('are one where they are not, or sold again: %s', (sentence, found) => expect(deeds(sentence)).toContain(found));
});

describe('not done, warned of, or worked against', () => {
  it.each([
    '他从不拖欠工资',
    '没有拖欠过一分钱',
    '他没有骗人',
    '杜绝乱收费和骗保',
    '防范诈骗、传销和套路贷',
    '不得虚假宣传',
    '如果拖欠工资，可以投诉',
    '如何识破骗局',
    '反诈宣传进社区',
    '讨回被拖欠的工资',
    '老板垫付了拖欠的工资',
    '他还清了欠款',
    '调解欠薪纠纷',
    '学术不端的防范',
    '预付卡跑路怎么办',
    '网传他卖假药，经查不实',
    '所谓拖欠工资，系谣言',
    '清代县志记载，有人赖账',
    '讲题：作弊的代价',
    '演一个缺斤少两的老板',
    '扮演赖账的财主',
    '《失信的代价》出版',
    '话剧《骗走的青春》上映',
    '并非拖欠工资',
    '没收假烟',
    '无拖欠、无造假',
    '防诈骗、防传销',
    '被骗三万元',
    '他被人骗了三万元',
    '遭殴打住院',
    '他偷偷塞给老人两百元',
    '提前移出失信名单',
    '把病死猪无害化处理',
  ])('%s', (sentence) => expect(deeds(sentence)).toEqual([]));
});

describe('something good beside it', () => {
  it('takes away what is bad only by its sound, and nothing that is bad by itself', () => {
    expect(deeds('他偷偷塞给老人五百元，又捐了款')).toEqual([]);
    expect(deeds('他殴打老人，又捐了款')).toEqual(['殴打']);
    expect(deeds('他拖欠工资，被评为好人')).toEqual(['拖欠']);
  });
});

it('an open book title excuses nothing behind it', () => {
  expect(deeds('《诚信》写他骗走老人的钱')).toEqual(['骗走']);
  expect(deeds('《诚信，骗走老人的钱')).toEqual(['骗走']);
});

it('places are in order and within the text', () => {
  const text = '他拖欠工资，又骗走押金。';
  expect(deedPlaces(text)).toEqual([1, 7]);
  expect(deedPlaces('市民走进广场。')).toEqual([]);
});
