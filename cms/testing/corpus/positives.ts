import { disguises } from './disguises.ts';
import type { Fiction } from './fiction.ts';

export interface Snippet {
  text: string;
  /** Beginning of the rule that must be found. */
  rule: string;
  level?: 'block' | 'warn';
}

const frames = [
  '公民身份号码：{}。',
  '当事人身份证{}，住广元。',
  '{}',
  '名单见下：1、{}；2、略',
  '（证件号{}）',
  '编号2026-11 {}，以此为准',
  '附件里写着“{}”字样',
];

/** Texts in which something must be found. Names and numbers are fictional. */
export function positives(fiction: Fiction): Snippet[] {
  const framed = (number: string, i: number) => (frames[i % frames.length] ?? '{}').replace('{}', number);
  const ids = Object.values(disguises).flatMap((disguise) =>
    [0, 1, 2, 3].map((i) => ({
      text: framed(disguise(fiction.id(undefined, i === 1)), i),
      rule: 'personal-data/citizen-id',
      level: 'block' as const,
    })),
  );
  const plainIds = frames.map((_, i) => ({
    text: framed(fiction.id(), i),
    rule: 'personal-data/citizen-id',
    level: 'block' as const,
  }));
  return [
    ...ids,
    ...plainIds,
    ...otherNumbers(fiction),
    ...peoplesLaw,
    ...insults.map((text) => ({ text, rule: 'insult/', level: 'block' as const })),
  ];
}

function otherNumbers(f: Fiction): Snippet[] {
  const times = <T>(n: number, make: (i: number) => T) => Array.from({ length: n }, (_, i) => make(i));
  const masked = (id: string) => [
    `${id.slice(0, 10)}****${id.slice(14)}`,
    `${id.slice(0, 14)}****`,
    `${id.slice(0, 6)}****${id.slice(10)}`,
    `${id.slice(0, 10)}＊＊＊＊${id.slice(14)}`,
    `${id.slice(0, 10)}xxxx${id.slice(14)}`,
  ];
  return [
    ...times(6, () => ({
      text: `港澳台居民居住证${f.permit()}`,
      rule: 'personal-data/residence-permit',
      level: 'block' as const,
    })),
    ...times(4, () => ({
      text: `外国人永久居留身份证号码${f.foreigner()}`,
      rule: 'personal-data/residence-permit',
      level: 'block' as const,
    })),
    ...times(5, (i) => ({
      text: `证件：${masked(f.id())[i] ?? ''}`,
      rule: 'personal-data/citizen-id-weak-mask',
      level: 'block' as const,
    })),
    ...times(6, () => ({
      text: `身份证号${f.mistypedId()}`,
      rule: 'personal-data/citizen-id-mistyped',
      level: 'warn' as const,
    })),
    ...times(6, () => ({
      text: `老身份证号：${f.oldId()}`,
      rule: 'personal-data/citizen-id-15',
      level: 'block' as const,
    })),
    ...times(4, () => ({ text: `登记为 ${f.oldId()}。`, rule: 'personal-data/citizen-id-15', level: 'warn' as const })),
    ...times(5, (i) => ({ text: phoneForms(f.phone())[i] ?? '', rule: 'personal-data/phone', level: 'warn' as const })),
    ...times(4, () => ({
      text: `请打到卡里，卡号${f.card()}`,
      rule: 'personal-data/bank-card',
      level: 'warn' as const,
    })),
    ...times(3, () => ({
      text: `卡 ${f.card().replace(/(\d{4})(?=\d)/g, '$1 ')}`,
      rule: 'personal-data/bank-card',
      level: 'warn' as const,
    })),
    ...times(4, () => ({ text: `驾驶${f.plate()}小型客车`, rule: 'personal-data/plate', level: 'warn' as const })),
    ...times(4, () => ({
      text: `新能源车${f.greenPlate()}停在路边`,
      rule: 'personal-data/plate',
      level: 'warn' as const,
    })),
    { text: `护照号码E${f.digits(8)}`, rule: 'personal-data/passport' },
    { text: `持护照（EA${f.digits(7)}）入境`, rule: 'personal-data/passport' },
    { text: `港澳通行证C${f.digits(8)}`, rule: 'personal-data/travel-permit' },
    { text: `往来港澳通行证：CA${f.digits(7)}`, rule: 'personal-data/travel-permit' },
    { text: `回乡证号H${f.digits(10)}`, rule: 'personal-data/travel-permit' },
    { text: `台胞证${f.digits(8)}`, rule: 'personal-data/travel-permit' },
    ...addresses.map((text) => ({ text, rule: 'personal-data/address' })),
  ];
}

const phoneForms = (phone: string) => [
  `手机${phone}`,
  `联系人电话：${phone.slice(0, 3)}-${phone.slice(3, 7)}-${phone.slice(7)}`,
  `+86 ${phone}`,
  `${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}找我`,
  `微信同号${phone}，勿扰`,
];

const addresses = [
  '家住利州区示例街道滨河路12号3单元501室',
  '家庭住址：广元市利州区示例路88号',
  '住址为示例县示例镇示例村3组12号',
  '现住示例花园2栋1单元602号',
  '户籍地四川省示例市示例街5号附2号',
  '示例小区3号楼1202室的住户',
  '他在示例苑5幢302室',
  '3单元501',
  '示例村四组17号的院子',
  '租住在示例巷9号',
];

const peoplesLaw: Snippet[] = [
  ...[
    '张伟因赌博被行政拘留5日。',
    '违法行为人陈建国、刘洋在示例茶馆赌博，被派出所查获。',
    '李娜卖淫被公安机关处以行政拘留。',
    '王磊酒后打架，被处行政拘留十日并处罚款。',
    '居民周建军因吸毒被民警抓获。',
    '孙丽因散布谣言，被公安机关治安处罚。',
    '对何小平处以行政拘留5日的处罚。',
    '吸毒人员郑凯再次被查获。',
    '村民吴大勇寻衅滋事，被拘留。',
    '欧阳修文嫖娼，罚款五百元，由派出所执行。',
    '赵国强有前科，大家要小心。',
    '黄志明刑满释放后回到村里。',
    '司机林志远扰乱公共秩序，被警方行政拘留。',
    '徐浩然考试作弊，被公安机关行政拘留。',
    '马晓东多次盗窃，被派出所拘留。',
    '朱丽萍因殴打他人，被处以治安拘留3日。',
    '胡军被强制隔离戒毒两年。',
  ].map((text) => ({ text, rule: 'sealed/', level: 'block' as const })),
  ...[
    '学生李明，15岁，因盗窃被抓获。',
    '初二（3）班学生李华偷了同学的手机。',
    '张小明，今年14岁，就读于广元市示例中学，因打架被学校处分。',
    '初中生王小虎打架斗殴，被派出所带走。',
    '14岁的张晓雨在网上被骗取压岁钱，她是受害人。',
    '广元市示例中学八年级学生偷窃同学财物。',
    '示例县第二小学四年级男孩被猥亵一案开庭。',
    '未成年人刘洋（16岁）因抢劫被起诉。',
    '被告人陈晨，男，17岁，涉嫌诈骗。',
    '小学生赵一鸣遭同学欺凌，案件正在审理。',
    '被害人周婷婷，女，9岁，就读于示例镇中心小学。',
    '少年孙浩十六岁时纵火。',
    '示例外国语学校一名初二学生考试作弊被处分。',
    '女孩林悦十三岁，被性侵案一审宣判。',
    '男童黄天天，6岁，被虐待致伤。',
    '高中生郭凯欠款不还，被列为失信。',
    '学生徐静怡替考被抓获。',
    '未成年杨帆参与赌博，被公安机关查处。',
  ].map((text) => ({ text, rule: 'minor/', level: 'block' as const })),
  ...[
    '示例市实验小学三年级学生王子涵的作文获一等奖。',
    '小朋友李若彤拾金不昧，示例县示例幼儿园给予表扬。',
    '学生张子轩（示例镇中心小学）获“小诚信之星”称号。',
  ].map((text) => ({ text, rule: 'minor/consent', level: 'warn' as const })),
  ...[
    '王强犯了诈骗罪，骗走老人的积蓄。',
    '陈强犯合同诈骗罪。',
    '他被立案后仍不认罪，这个诈骗犯骗了十人。',
    '犯罪嫌疑人李强落网，铁证如山。',
    '张某某犯了合同诈骗罪。',
    '已被立案的罪犯赵某，骗了二十多户。',
    '犯罪分子刘洋被刑事拘留，案件正在侦查。',
    '他犯了贪污罪，正在接受调查。',
    '涉嫌集资的主谋罪行累累，已被批准逮捕。',
    '犯罪嫌疑人陈某就是真凶。',
    '涉嫌诈骗的黄某罪大恶极，已移送审查起诉。',
    '诈骗犯周某被取保候审。',
    '在逃的贪官终于归案。',
    '该男子犯盗窃罪，已被刑拘。',
    '被告人孙某一审中，但他犯下滔天罪行。',
    '何某畏罪潜逃，公安机关已立案。',
    '经理吴某犯了非法集资罪。',
  ].map((text) => ({ text, rule: 'innocence/', level: 'block' as const })),
  ...['李强骗取贷款八万元，已被公安机关立案。', '陈建国挪用货款，已被刑事拘留。'].map((text) => ({
    text,
    rule: 'innocence/unhedged',
    level: 'warn' as const,
  })),
];

const insults = [
  '法院曝光一批老赖',
  '老 赖无处可逃',
  '老\u200b赖',
  '老<b>赖</b>名单',
  '**老**赖',
  '他就是个骗子',
  '这个无赖欠钱不还',
  '我市发布红黑榜',
  '列入黑名单',
  '红黑名单发布会',
  '抓住这帮人渣',
  '奸商坑人',
  '黑心老板跑了',
  '不要脸的欠债人',
  '让失信者示众',
  '老賴',
  '骗\n子',
  '无·赖',
  '刁民闹事',
  '欠债鬼',
  '“老赖”刘某某',
  '“老赖”名单公布',
  '失信黑榜第一期',
  '社会败类',
  '流氓行径',
  '这群畜生',
  '厚颜无耻的商家',
  '臭名昭著的企业',
  '丧尽天良',
  '大骗子终于露馅',
];
