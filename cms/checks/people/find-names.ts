import { dottedNames } from './dotted-names.ts';
import { tibetanNames } from './tibetan-names.ts';
import { wordsAround } from './runtime-words.ts';
import { surnameSize } from './surnames.ts';

export interface NameFound {
  name: string;
  from: number;
  to: number;
}

/** What stands right before a person's name in reports: after these, a name is nearly certain. */
const roles =
  /(?:被告人|犯罪嫌疑人|嫌疑人|嫌犯|违法行为人|行为人|当事人|受害人|被害人|被执行人|失信人|居民|村民|市民|网民|男子|女子|男孩|女孩|男童|女童|学生|同学|少年|少女|未成年人|未成年|小朋友|司机|驾驶人|驾驶员|店主|老板|经理|负责人|法定代表人|教师|职工|员工|工人|名叫|叫做|姓名|名字|孩子|儿子|女儿|小学生|中学生|初中生|高中生|大学生|名为|岁的|班的?|年级的?|真名|本名|原名|实名|真实姓名|原告|被告|罪犯|犯人|查获|抓获|吸毒人员|违法人员|村主任|村支书|会计|出纳|厨师|保安|快递员|外卖员|包工头)[：:是为]?$/;
/** These also stand before much else. */
const hints =
  /(?:(?:犯罪|诈骗|贪污|腐败|不法|违法)分子|(?:诈骗|杀人|强奸|盗窃|抢劫|贪污|抢夺|纵火|逃)犯|毒贩|人贩子|凶手|真凶|主犯|首犯|从犯|主谋|惯偷|惯犯|贪官|骗子|的|对|将|被|把|由|让|给|和|与|同|及|叫|是|为|有|者|其中|人员|干部|公民|拘留|处罚|发现)$/;
/** What stands right after it. */
const follows =
  /^(?:因|被|在|于|和|与|及|等|伙同|涉嫌|犯|多次|同学|小朋友|男|女|现年|今年|系|将|向|对|驾|酒|参与|盗|偷|诈|骗|赌|吸|打|殴|嫖|卖|作弊|就读|是|为|的|从|用|以|通过|利用|自|曾|已|又|再|先后|至|到|称|说|违|欠|拒|拖|挪用|刑满|寻衅|扰乱|[0-9一二三四五六七八九十]{1,3}岁|遭|替考|拾|逃|携|有|获|一|采取|组织|容留|贩|行政|处|拘|罚|强行|抢|辍|考|逾|持|故意|无证|醉|收|受|未|虚|冒|伪|隐|转移|家长|之|所|身份|某日|还|尚|正在|仍|共|给予|案|送|介绍(?:卖淫|他人|嫖)|落网|潜逃|作案|归案|到案|伏法|投案|构成|贪污|(?:坐|蹲|进|判|服)过|$)/;
const separator = /[\s，。；：、！？“”"'（）()《》【】\[\],.:;!?\d\-—/#*]/;
const neverGiven =
  /[的了是在和与及因被对将把向于为等之其并且或某×✕*，。岁年月日时分元个名人们这那有无不也都就还要会可以会院局所室部委办市县区镇乡村省州路号条款项罪案法律规定级班校处]/;
/** How papers speak of somebody without a name, and the names of examples. */
const calledOnly =
  /^(?:张三|李四|王五|赵六|.{1,2}(?:先生|女士|小姐|太太|师傅|老师|大爷|大妈|大叔|大姐|阿姨|奶奶|爷爷|老汉|老板|经理|同学|医生|律师|法官|警官|某某))$/u;
export const isCalledOnly = (name: string): boolean => calledOnly.test(name);
/** Surnames, and far more often not. */
const functionWords = /[和向从都应那]/;
const words = new Set([
  '高中',
  '安全',
  '成都',
  '方案',
  '方法',
  '方式',
  '方面',
  '时间',
  '时候',
  '任何',
  '连续',
  '全部',
  '全市',
  '全省',
  '全国',
  '应当',
  '应该',
  '明确',
  '和解',
  '向上',
  '文件',
  '文明',
  '文化',
  '金额',
  '金融',
  '管理',
  '单位',
  '解决',
  '解释',
  '查处',
  '查询',
  '成为',
  '成立',
  '成功',
  '成年',
  '马上',
  '房屋',
  '车辆',
  '车主',
  '商家',
  '商户',
  '商品',
  '党员',
  '党委',
  '师生',
  '师傅',
  '农民',
  '农村',
  '华侨',
  '包括',
  '万元',
  '常见',
  '关于',
  '关系',
  '严重',
  '严格',
  '严肃',
  '平台',
  '路段',
  '路过',
  '左右',
  '项目',
  '上述',
  '高校',
  '高速',
  '白天',
  '温泉',
  '商场',
  '司机',
  '司法',
  '武装',
  '施工',
  '单独',
  '季度',
  '易制',
  '古镇',
  '游客',
  '边境',
  '简单',
  '费用',
  '应予',
  '时任',
]);

/**
 * Full names of persons in a Chinese text, read from what stands around them. `张某`, `小明` and 化名 are no names.
 * Meant for the few sentences in which a rule needs to know whether somebody is identified: it errs towards silence.
 */
export function findNames(text: string): NameFound[] {
  const bySound = [...dottedNames(text), ...tibetanNames(text)].filter(({ to }) => !aside.test(text.slice(to)));
  const found: NameFound[] = [...bySound];
  for (let i = 0; i < text.length; i += 1) {
    const over = bySound.find(({ from, to }) => from <= i && i < to);
    if (over) {
      i = over.to - 1;
      continue;
    }
    const size = surnameSize(text, i);
    if (size === 0 || !mayBegin(text, i)) continue;
    const end = [i + size + 2, i + size + 1].find((to) => isName(text, i, i + size, to));
    if (end === undefined) continue;
    found.push({ name: text.slice(i, end), from: i, to: end });
    i = end - 1;
  }
  return bySound.length > 0 ? found.sort((a, b) => a.from - b.from) : found;
}
/** No name of anybody. */
const aside = /^[（(]?(?:化名|均为化名|示例|音译)/;

const before = (text: string, at: number) => text.slice(Math.max(0, at - 8), at);
const mayBegin = (text: string, at: number) =>
  at === 0 || separator.test(text[at - 1] ?? '') || roles.test(before(text, at)) || hints.test(before(text, at));

function isName(text: string, from: number, given: number, to: number): boolean {
  const name = text.slice(from, to);
  if (
    to > text.length ||
    !/^\p{Script=Han}+$/u.test(name) ||
    isCalledOnly(name) ||
    neverGiven.test(text.slice(given, to))
  )
    return false;
  const after = text.slice(to, to + 6);
  const ends = to === text.length || separator.test(after[0] ?? '');
  const isRole = roles.test(before(text, from));
  // “城市的高质量…”: after 的 only what is done to a person, or a person's sex, makes a name.
  if (functionWords.test(name[0] ?? '') && !isRole) return false;
  if (text[from - 1] === '的' && !isRole && !/^(?:被|因|涉嫌|[，（(](?:男|女|现年|[0-9]{2}岁))/.test(after))
    return false;
  if (!ends && !isRole && !follows.test(after)) return false;
  if (aside.test(after) || words.has(name) || words.has(name.slice(0, 2))) return false;
  return (isRole && ends) || !isWord(text, from, to);
}

/** A word of the dictionary, or a cut through one, is no name: 高效, 方便; 全面加|强. */
function isWord(text: string, from: number, to: number): boolean {
  const segments = wordsAround(text, from, to);
  // After a function word, what the dictionary makes of the two characters around the end says nothing.
  const mayCut = /^[因被在于和与及系将向对曾已]/.test(text.slice(to));
  const isCut =
    segments.some(
      (s) => s.from < to && to < s.to && s.to - s.from > 1 && s.from >= from && !(mayCut && s.from > from),
    ) || segments.some((s) => s.from < from && from < s.to);
  return (
    isCut ||
    (segments.some((s) => s.from === from && s.to === to) &&
      !/^(?:涉嫌|伙同|[，（](?:男|女|[0-9]{1,2}岁))/.test(text.slice(to)))
  );
}
