/** One thing told against somebody. */
export interface Deed {
  from: number;
  to: number;
}

const money = '(?:元|万|款|钱|债|薪|工资|租|账|费|贷|不还|未还|没还)';
/** What is told against whoever does it, or has it done to them by a court or an authority. */
const deeds = new RegExp([
  '失信(?!联合|惩戒|约束|行为的|成本|修复|名单制度|信息)', `欠(?:下|了|着|缴)?[^，。；\\n]{0,18}?${money}`, '拖欠', '拖(?:着|了)[^，。；\\n]{0,10}(?:工钱|工资|货款|不给|不还|不付)', '(?:次|年|月|天)(?:都|也)?(?:没有?|未|不)还(?!清)', '不履行', '(?:没|未|不|没有)(?:付|交|给|缴)(?:过|清)?(?:租金|房租|货款|工资|工钱|尾款|材料款|[\\p{Script=Han}]{0,3}费)', '恶意透支', '偷排', '偷采', '偷挖', '卷走', '乱收费', '强买强卖', '宰客', '坑蒙', '骗领', '骗购', '套现', '代考', '倒卖', '(?<![养古敬父长苍衰尊爱])老赖(?!以|于|上|着)', '赖账', '赖着不', '拒不(?:履行|执行|偿还|归还|支付|退|配合|改正|到庭|还)', '拒绝(?:履行|偿还|归还|支付|退款)',
  '(?:至今|到期|一直|迟迟|仍|还)(?:未|没有?|不)(?:归|偿|付|支付|履行|结清|还(?!没|有|在|是))', '借[^，。；\\n]{0,8}不还', '不还(?:钱|款|账|债)?', '逾期(?:不|未|[一二两三四五六七八九十0-9])', '欠债', '跑路', '卷款', '失联',
  '(?:列入|纳入|列为|上了?)[^，。；\\n]{0,14}(?:名单|黑榜|黑名单|失信|异常名录)', '限制(?:高)?消费', '限高', '被(?:强制)?执行', '(?:被|受到?|处以?|予以|作出|给予)[^，。；\\n]{0,14}?(?:处罚|罚款|警告处分|吊销|没收|通报批评|曝光)', '罚款[0-9一二三四五六七八九十百千万两]', '吊销', '责令(?:停|退|关)',
  '(?:被|遭)[^，。；\\n]{0,12}(?:查处|查封|立案|起诉|拘留|逮捕|判刑|判处|抓获|除名|开除|取消资格|取消成绩)', '判处', '获刑', '刑拘', '诈骗', '骗(?:取|走|了|得|钱|保|贷|补|税|人|婚)', '行骗', '欺诈', '欺骗', '哄骗', '造假', '做假账', '假账', '做手脚', '地沟油', '伪造', '编造', '篡改', '假冒', '冒充', '冒用', '冒领', '虚假(?:宣传|材料|申报|登记|承诺|广告|诉讼)', '虚构', '虚开', '虚报',
  '偷税', '逃税', '漏税', '套取', '侵占', '挪用', '贪污', '受贿', '行贿', '索贿', '(?:索要|索取|收受)[^，。；\\n]{0,4}(?:红包|回扣|财物|贿赂|好处)', '非法集资', '传销', '作弊', '舞弊', '替考', '抄袭', '剽窃', '学术不端', '以次充好', '以假充真', '短斤少两', '缺斤少两', '短秤', '注水', '售假', '卖假', '制假', '(?:卖|销售|出售|使用)(?:了)?(?:过期|假冒|变质|伪劣|不合格)', '掺假', '掺杂', '偷工减料',
  '违约', '毁约', '食言', '刷单', '刷好评', '偷(?:窃|拿|走|了|盗)', '盗窃', '殴打', '打伤', '围标', '串标', '串通', '以[^，。；\\n]{1,6}充', '不合格[^，。；\\n]{0,6}(?:卖|用于)', '弄虚作假', '瞒报', '谎报', '逃避(?:债务|执行)', '(?:转移|隐匿|隐藏)财产', '坑(?:人|了|骗|害)', '违法(?:经营|生产|建设|占地)', '违规(?:经营|收费|排放|操作)', '失踪不还', '耍赖', '缺德',
].join('|'), 'gu');

/** A `g` expression remembers where it stopped; this one asks only whether. */
const someDeed = new RegExp(deeds.source, 'u');

/** A deed that was not done, is warned of, or is what somebody works against. */
const undone = /(?:不|从未|从不|从没|没有?|未曾|绝不|决不|不会|不曾|不能|不得|不准|不许|不要|不可|不再|严禁|禁止|杜绝|防范|防止|防|谨防|警惕|预防|避免|以免|免得|拒绝|抵制|反对|远离|如果|假如|若|一旦|凡|可能|是否|会不会|什么是|何为|哪些|(?<!是)怎样|(?<!是)如何|否则|无|零|非|疑似|打击|治理|整治|惩治|严惩|揭露|识破|识别|识骗|反|举报|投诉|查处|清理|追回|讨回|追讨|讨要|垫付|化解|调解|解决|清欠|清偿|还清|结清|偿还|归还|讲述|讲解|宣讲|介绍|学习|解读|模拟|假设|例如|比如|关于|有关|属于|构成)(?:了|过|的|有|所|任何|各类|一分|一笔|一次|一起|一个|出现|发生|存在|遇到|被|将|会|要|要求|他人|别人|人)*(?:[\p{Script=Han}]{0,2})$/u;
/** What is owed is named only to say that it is paid or fetched back. */
const settled = /(?:还清|还完|偿还|归还|结清|付清|追回|讨回|垫付|清偿|化解|清理)[\p{Script=Han}]{0,6}$/u;
const debts = /^(?:欠|拖欠)/u;
/** What is done to a victim when it stands after 被 or 遭. */
const suffered = /^(?:诈骗|骗|欺|哄骗|殴打|打伤|偷|盗|冒用|冒充|假冒|侵占|挪用|坑|拖欠|欠|篡改|抄袭|剽窃)/;

/** Everything in a sentence that is told against somebody, as it stands there; what was not done, and what was done to somebody, is left out. */
export function findDeeds(sentence: string): Deed[] {
  const found: Deed[] = [];
  // 杜绝乱收费和骗保: what is joined to something that was not done was not done either.
  let lastUndone = -1;
  for (const { 0: whole, index } of sentence.matchAll(deeds)) {
    const before = sentence.slice(Math.max(0, index - 14), index);
    const clause = before.slice(before.search(/[^，、：:“”"（）()|\s]*$/u));
    const joined = lastUndone >= 0 && /^[和与或及、跟]{0,2}$/u.test(sentence.slice(lastUndone, index));
    if (joined || undone.test(clause) || (debts.test(whole) && settled.test(clause))) {
      lastUndone = index + whole.length;
      continue;
    }
    if (suffered.test(whole) && /(?:被|遭|受|让人|给人)(?:人|他|她|其)?$/.test(before)) continue;
    found.push({ from: index, to: index + whole.length });
  }
  return found;
}

/** A quick look that costs next to nothing: whether a text can hold a deed at all. */
export const mayHoldDeeds = (text: string): boolean => someDeed.test(text);
