import type { Random } from '../../../campaigns/calendar/testing/random.ts';

const offices = ['市市场监管局', '市人社局', '县法院', '县检察院', '市税务局', '市住建局', '市教育局', '区信用办', '县司法局', '市交通运输局', '县医保局', '市生态环境局', '街道办', '镇政府', '市公安局反诈中心', '市消委会'];
const people = ['王建国', '李秀英', '陈志强', '赵敏', '周立群', '何晓燕', '吴国栋', '郑海波', '冯丽', '孙长林', '许文静', '韩雪梅', '曾庆云', '蒋一鸣', '谭雅琴', '罗大海', '范冬梅', '苏明远'];
const jobs = ['局长', '副局长', '主任', '科长', '法官', '检察官', '律师', '民警', '社区书记', '网格员', '志愿者', '讲师', '记者', '校长', '所长', '执法人员'];
const topics = ['拖欠农民工工资', '虚假宣传', '短斤少两', '虚开发票', '骗取医保基金', '非法集资', '电信网络诈骗', '论文抄袭', '考试作弊', '围标串标', '乱收费', '偷税漏税', '假冒伪劣', '预付卡跑路', '虚假诉讼', '偷排污水', '超限超载', '违法占地', '刷单炒信', '合同欺诈', '挪用公款', '套取补贴', '拒不履行判决', '无证行医', '强制消费'];
const firms = ['示例食品有限公司', '青山茶业有限公司', '惠民合作社', '滨江药房', '老街面馆', '长乐客运公司', '示例建设有限公司', '新华书店', '百姓超市', '利民农资店'];
const places = ['利州区', '昭化区', '朝天区', '旺苍县', '青川县', '剑阁县', '苍溪县', '示例镇', '青杠镇', '石梁村', '老街社区'];
const goods = ['按时发放工资', '明码标价', '足斤足两', '拾金不昧', '还清欠款', '主动召回问题产品', '公开账目', '如实申报', '守时履约', '按合同交货', '退还多收的钱', '提前归还贷款'];

/** Every sentence says something that municipal prose says, with the words of bad deeds and the names of persons and organisations, and blames nobody who can be recognised. */
const templates: readonly ((r: (words: readonly string[]) => string, n: (min: number, max: number) => number) => string)[] = [
  (r, n) => `${r(offices)}召开治理${r(topics)}工作推进会，${r(jobs)}${r(people)}主持会议，${n(12, 80)}人参加。`,
  (r, n) => `${r(jobs)}${r(people)}介绍，今年以来全市查处${r(topics)}案件${n(3, 90)}件，为群众挽回损失${n(10, 900)}万元。`,
  (r) => `${r(offices)}要求，严厉打击${r(topics)}，对${r(topics)}问题露头就打。`,
  (r) => `${r(places)}开展防范${r(topics)}宣传，${r(jobs)}${r(people)}走进${r(firms)}讲解法律知识。`,
  (r) => `${r(firms)}承诺${r(goods)}，绝不${r(topics)}，请社会监督。`,
  (r) => `什么是${r(topics)}？${r(jobs)}${r(people)}为您解答。`,
  (r, n) => `${r(people)}是${r(places)}的居民，${n(2, 40)}年来坚持${r(goods)}，获评诚信典型。`,
  (r, n) => `${r(offices)}公布${r(topics)}典型案例${n(2, 9)}起，均未公开当事人姓名。`,
  (r) => `某公司${r(topics)}，被${r(offices)}处罚，负责人表示立即整改。`,
  (r) => `市民投诉一家商户${r(topics)}，${r(offices)}当天派人核实并退款。`,
  (r) => `如果遇到${r(topics)}，可以向${r(offices)}举报，也可以拨打12345。`,
  (r, n) => `${r(offices)}为${n(20, 300)}名工人追回被拖欠的工资，${r(jobs)}${r(people)}把钱送到工地。`,
  (r) => `《${r(topics)}的代价》一书由${r(people)}编写，在${r(firms)}发售。`,
  (r) => `${r(places)}的${r(jobs)}${r(people)}提醒：警惕${r(topics)}，不要轻信陌生来电。`,
  (r) => `${r(firms)}${r(goods)}，被评为诚信经营示范店。`,
  (r, n) => `第${n(2, 12)}条 有${r(topics)}、${r(topics)}等行为的，由有关部门依法处理；构成犯罪的，依法追究刑事责任。`,
  (r) => `有下列情形之一的，不予评选：（一）${r(topics)}；（二）${r(topics)}；（三）被列入严重失信主体名单。`,
  (r) => `${r(people)}替亡夫还清欠债，债主${r(people)}把欠条还给了她。`,
  (r) => `${r(jobs)}${r(people)}识破一起${r(topics)}，帮助老人保住积蓄。`,
  (r) => `学校组织学生讨论${r(topics)}的危害，老师${r(people)}作点评。`,
  (r) => `${r(firms)}的员工${r(people)}捡到钱包，第一时间联系失主归还。`,
  (r, n) => `截至${n(1, 12)}月底，${r(places)}没有发生${r(topics)}投诉，满意度达到百分之${n(90, 99)}。`,
  (r) => `| 序号 | 事项 | 责任单位 |\n|---|---|---|\n| 1 | 治理${r(topics)} | ${r(offices)} |\n| 2 | 宣传${r(goods)} | ${r(places)} |`,
  (r) => `工作要点：\n1. 防范${r(topics)}；\n2. 表扬${r(goods)}的商户；\n3. ${r(jobs)}${r(people)}授课。`,
  (r) => `问：碰到${r(topics)}怎么办？\n答：保留证据，向${r(offices)}反映。`,
  (r) => `<p>普法课堂：<strong>${r(topics)}</strong>要承担哪些责任？请看${r(jobs)}${r(people)}的解读。</p>`,
  (r, n) => `${n(1, 12)}月${n(1, 28)}日 ${r(offices)}检查${r(firms)}，未发现${r(topics)}。`,
  (r) => `旁白：${r(people)}在${r(places)}住了一辈子，街坊都说他${r(goods)}。`,
  (r) => `网络上有人造谣称${r(places)}发生${r(topics)}，经${r(offices)}核实，没有此事。`,
  (r) => `${r(offices)}发布通知，${r(topics)}专项整治从本月开始，请各经营者自查自纠。`,
];

/** Harmless municipal prose, different each time; repeatable by the seed of the generator. */
export function municipal(random: Random, count: number): string[] {
  const pick = <T>(all: readonly T[]): T => random.pick(all);
  return Array.from({ length: count }, (_, i) => (templates[i % templates.length] ?? (() => ''))(pick, (min, max) => random.int(min, max)));
}
