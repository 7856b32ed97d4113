import { allDeeds, hardDeeds } from './deed-words.ts';
import { matchWords } from './match-words.ts';
import { goods } from './signs.ts';

/** One thing told against somebody. */
export interface Deed {
  from: number;
  to: number;
}

const matchDeeds = matchWords(allDeeds);
const matchHard = matchWords(hardDeeds);

/** A deed that was not done, is warned of, or is what somebody works against; 不但, 不断, 没少, 无故 and 反复 deny nothing. */
const undone =
  /(?:不(?!仅|但|光|只|止|断|停|时|顾|惜|择|久|料|法|良|知|管|论|过)|从未|从不|从没|没(?!少|良|人性)有?|未曾|绝不|决不|不会|不曾|不能|不得|不准|不许|不要|不可|不再|严禁|禁止|杜绝|防范|防止|防(?!水|护|腐|疫|汛)|谨防|警惕|预防|避免|以免|免得|拒绝|抵制|反对|远离|如果|假如|若|一旦|凡|可能|是否|会不会|什么是|何为|哪些|(?<!是)怎样|(?<!是)如何|否则|无(?!故|端|理|耻|良|证|照|赖|视|德|情|牌|偿|业|意|数)|零(?!售|食|下|工)|非(?!但|常|法|要|得)|疑似|打击|治理|整治|惩治|严惩|揭露|识破|识别|识骗|反(?!复|而|倒|手|悔|过来|咬|映)|举报|投诉|查处|清理|追回|讨回|追讨|讨要|垫付|化解|调解|解决|清欠|清偿|还清|结清|偿还|归还|讲述|讲解|宣讲|介绍(?!人|费|的)|学习(?!期间|时)|解读|模拟(?!考)|假设|例如|比如|关于|有关|属于|构成)(?:了|过|的|有|所|任何|各类|一分|一笔|一次|一起|一个|出现|发生|存在|遇到|被|将|会|要|要求|他人|别人|人)*(?:[\p{Script=Han}]{0,2})$/u;
/** What is owed is named only to say that it is paid or fetched back. */
const settled = /(?:还清|还完|偿还|归还|结清|付清|追回|讨回|垫付|清偿|化解|清理)[\p{Script=Han}]{0,6}$/u;
/** What is spoken of, not told: “学术不端的防范”, “预付卡跑路怎么办”. */
const spokenOf =
  /^[^，。；、]{0,6}?(?:的(?:防范|预防|治理|危害|后果|识别|识破|认定|代价|规定|讲座|措施|办法|成本|套路|手法|陷阱|课|教育)|怎么办|怎样|如何|是什么|怎么防|无害化|[“”]?零容忍)/u;
/** What the text itself says is not so: “网传…卖死鱼”，经查不实. What somebody says for himself is no such thing. */
const untrue =
  /^[^，。；]{0,12}，(?:(?:经(?:查|核|调查|检)[^，。；]{0,6})(?:不实|不属实|没有此事|并无此事|查无此人)|(?:系|纯属|均属|属于?)谣言)/u;
/** Whose deed it is: that of long ago, or what is taught. Such a word elsewhere in the sentence excuses nobody. */
const notHis =
  /(?:民国(?:时|年)|[唐宋明清](?:代|朝)|县志)[^，。；]{0,8}(?:，[^，。；]{0,4})?$|(?:培训内容|讲题|课题)[：:]$|(?:法官|审判[员长]|承办人|书记员)[：:]?[^，。；：]{1,6}，案由[：:]?$|举(?:了|个)+例子?[：:]甲[^。；]{0,14}$|(?<![未没不无][\p{Script=Han}]{0,3})移出$/u;
/** On the stage: “演一个缺斤少两的肉铺老板”. */
const plays = /(?:(?:扮演|饰演)(?:一个|的是|了?个)?|演(?:一个|的是|了?个))[^，。；]{0,8}$/u;
const played =
  /^[^，。；]{0,4}的[^，。；]{0,4}(?:老板|店主|人|者|商贩?|户|财主|地主|商人|角色|骗子|儿子|儿媳|司机)(?=[，。；]|$)/u;
/** Bad goods that somebody takes back or away, */
const takenBack =
  /(?:收回|召回|回收|退回|回购|赎回|撤下|下架|换下|销毁|报废|扔掉|倒掉)(?:了|过)?(?:全部|所有|这[些批]?|那[些批]?|已(?:经)?售出的?|(?:自己|以前|误)?卖出(?:去)?的?|问题|[一二两三四五六七八九十几0-9]+[辆台件批箱袋份瓶])*的?$/u;
const isGoods = /(?:车|货|药|品|种|种子|肉|油|酒|奶|件|表|牌|料|机)$/u;
/** makes up for, */
const amends =
  /(?<!拒绝|不肯|不愿|不予|不|没|没有|未)(?:全额|全部|如数|逐一|主动|当场|一一|加倍|双倍)?(?:退(?:款|钱|费|赔|还)|赔(?!钱货|笑)|补偿|换(?:新|了新|成新|一[辆台件])|(?:免费)?更换|销毁|报废|道歉)/u;
/** and does not sell again. */
const soldAgain =
  /(?:喷漆|翻新|改装|拼装|重新(?:包装|贴|标)|换(?:标|牌)|再(?:卖|售|上架)|又(?:卖|拿出)|转手|倒手|当[^，。]{0,6}卖|卖给|卖了|出售)/u;
const debts = /^(?:欠|拖欠)/u;
/** What is done to a victim when it stands after 被 or 遭. */
const suffered = /^(?:诈骗|骗|欺|哄骗|殴打|打伤|偷|盗|冒用|冒充|假冒|侵占|挪用|坑|拖欠|欠|篡改|抄袭|剽窃)/;

/** Everything in a sentence that is told against somebody, as it stands there; what was not done, and what was done to somebody, is left out. */
export function findDeeds(sentence: string): Deed[] {
  const found: Deed[] = [];
  // 杜绝乱收费和骗保: what is joined to something that was not done was not done either.
  let lastUndone = -1;
  for (const { from: index, to } of matchDeeds(sentence)) {
    const whole = sentence.slice(index, to);
    const before = sentence.slice(Math.max(0, index - 20), index);
    const clause = before.slice(before.search(/[^，、：:“”"（）()|\s]*$/u));
    const joined = lastUndone >= 0 && /^[和与或及、跟]{0,2}$/u.test(sentence.slice(lastUndone, index));
    if (
      joined ||
      undone.test(clause) ||
      isTakenBack(whole, clause, sentence.slice(to)) ||
      (debts.test(whole) && settled.test(clause))
    ) {
      lastUndone = index + whole.length;
      continue;
    }
    const after = sentence.slice(to);
    if (
      spokenOf.test(after) ||
      untrue.test(after) ||
      notHis.test(before) ||
      (plays.test(before) && played.test(after)) ||
      inTitle(sentence, index)
    )
      continue;
    if (suffered.test(whole) && /(?:被|遭|受|让人|给人)(?:人|他|她|其)?$/.test(before)) continue;
    found.push({ from: index, to: index + whole.length });
  }
  if (found.length === 0) return [];
  const isHard = found.some(({ from, to }) => matchHard(sentence.slice(from, to)).next().done === false);
  return isHard || goods(sentence) === 0 ? found : [];
}

/** Where a text may hold deeds, in order. */
export const deedPlaces = (text: string): number[] => Array.from(matchDeeds(text), ({ from }) => from);

/** 收回泡水车，全额退款: a thing is named only to say that it is made good. */
const isTakenBack = (thing: string, before: string, after: string): boolean =>
  isGoods.test(thing) && takenBack.test(before) && amends.test(after) && !soldAgain.test(after);

/** 《失信的代价》 is a book. */
function inTitle(sentence: string, at: number): boolean {
  const open = sentence.lastIndexOf('《', at);
  return open >= 0 && open > sentence.lastIndexOf('》', at) && sentence.indexOf('》', at) >= 0;
}
