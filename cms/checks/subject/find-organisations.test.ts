import { describe, expect, it } from 'vitest';
import { createFiction } from '../../testing/corpus/fiction.ts';
import { findOrganisations } from './find-organisations.ts';

const names = (text: string) => findOrganisations(text).map(({ name }) => name);

describe('an organisation that one can find', () => {
  it.each<[string, string]>([
    ['好运来酒店把剩菜回锅', '好运来酒店'],
    ['花漾摄影拍完照', '花漾摄影'],
    ['“小状元托管”的饭菜', '小状元托管'],
    ['网店“小美服饰”卖货', '小美服饰'],
    ['一家叫“老味道”的餐馆', '老味道'],
    ['商户：湘妹子', '湘妹子'],
    ['宏达建筑有限公司拖欠', '宏达建筑有限公司'],
    ['城东的老李火锅店', '老李火锅店'],
    ['告诉鑫源驾校', '鑫源驾校'],
    ['来到悦来宾馆', '悦来宾馆'],
    ['天天便利店', '天天便利店'],
    ['博爱医院误诊', '博爱医院'],
    ['老马清真熟食店', '老马清真熟食店'],
    ['刘家沟砖厂', '刘家沟砖厂'],
    ['名匠装修公司', '名匠装修公司'],
    ['在张记面馆吃了一碗面', '张记面馆'],
    ['由聚丰米业送货', '聚丰米业'],
    ['经营“一品鲜”火锅店', '一品鲜'],
    ['法定代表人开办的天晟金属有限公司', '天晟金属有限公司'],
  ])('%s', (text, name) => expect(names(text)).toEqual([name]));

  it('each once, and where it stands', () => {
    const text = '“川味坊”火锅店和好邻居超市';
    expect(findOrganisations(text).map(({ from, to }) => text.slice(from, to))).toEqual(['川味坊', '好邻居超市']);
  });

  it('by its credit code, in small letters as well', () => {
    const code = createFiction(2).creditCode();
    expect(names(`代码${code}的单位`)).toEqual([code]);
    expect(names(`代码${code.toLowerCase()}的单位`)).toEqual([code.toLowerCase()]);
    expect(names(`代码${code}0的单位`)).toEqual([]);
  });
});

describe('nobody in particular', () => {
  it.each([
    '一家装修公司',
    '某粮油店',
    '物业公司',
    '全国多家银行',
    '镇上的超市',
    '他开的超市',
    '新开的饭店',
    '家门口的药店',
    '两家网吧',
    '最好的医院',
    '诚信超市',
    '示范幼儿园',
    '学习中心',
    'XX公司',
    '甲公司和乙公司',
    '×××饭店',
    '用人单位和施工企业',
    '连锁药店',
    '老城那家修理厂',
    '县里第三家养老院',
    '这家店长说',
    '匿名商家',
  ])('%s', (text) => expect(names(text)).toEqual([]));

  it.each(['示例县人民银行', '政务服务中心', '反诈中心', '示例县消费者协会', '征信中心', '融媒体中心'])(
    'an office is none: %s',
    (text) => expect(names(text)).toEqual([]),
  );
});
