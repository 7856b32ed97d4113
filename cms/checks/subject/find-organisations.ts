import { isCreditCode } from '../personal-data/credit-code.ts';
import { jieba } from '../lexicon/jieba.ts';
import { cuts, endings, tradeEndings, trades } from './organisation-words.ts';

/** An organisation that a text names so that one can find it. */
export interface OrganisationFound {
  name: string;
  from: number;
  to: number;
}

const longestFirst = (words: readonly string[]): string => [...words].sort((a, b) => b.length - a.length).join('|');
const ending = new RegExp(
  `(?:${longestFirst(endings)})(?!长|名|员|主|家|里|面|内|门|铺|房|友|庆|心|区|镇|所|盖)`,
  'gu',
);
/** 花漾摄影 of “花漾摄影拍完照”: what follows begins a new word. */
const tradeEnding = new RegExp(
  `(?:${longestFirst(tradeEndings)})(?=[，。；：、！？（）“”|\\s\\u001f]|$|的|把|将|在|被|拍|给|收|关|卖|拒|因|未|用|多次|却|就|也|又|先后|上个?月|去年|今年|今天|昨天|检出|抽检|送|生产|销售|提供|承|发|做|供|违|偷|骗|欠|拖|隐|虚|伪|私|擅|不|选|没|说|招|放|里|老|拆|开|停|过|让|叫|从|订|买|交|付|办|学|做|存|报|退)`,
  'gu',
);
const trade = new RegExp(`^(?:${longestFirst(trades)})+$`, 'u');
const nobody = /[某×＊*Xx○]|匿名|^[甲乙丙丁ABC]|[甲乙丙丁]$/u;
/** 网店“小美服饰” */
const quoted =
  /(?:店|铺|馆|坊|厂|园|公司|商家|商户|户|饭馆|餐厅|超市|品牌|作坊|企业|机构|平台|名为|名叫|店名|账号|主播|软件|应用|小程序|公众号|直播间|一家|一款)[“「《]((?!先|不|只|再)[^”」》，、。！？]{2,14})[”」》](?=[\p{Script=Han}，])/gu;
/** “小状元托管”的饭菜 */
const inQuotes = new RegExp(
  `[“「]([^”」，、。！？]{1,10}(?:${longestFirst([...tradeEndings, ...endings])}))[”」]`,
  'gu',
);
/** 一家叫“老味道”的餐馆 */
const called =
  /[“「]([^”」，、。！？]{2,14})[”」]的?(?=[\p{Script=Han}]{0,4}(?:店|馆|厂|公司|超市|商行|车行|银行|琴行|社(?!会|区)|坊|铺|酒楼|餐厅|饭庄|农庄|婚庆|物业|摄影|装饰))/gu;
/** Whoever stands behind such a label, or as a whole in quotes, is one without any ending: 商户：湘妹子. */
const labelled =
  /(?:企业|商户|店名|店铺|商家|经营者|经营户|单位|公司|机构|运营方|卖家)(?:名称)?[：:]\s*([\p{Script=Han}A-Za-z]{3,16})(?=[，。；、（(\s|]|$)/gu;
const determined =
  /^(?:[一那这]批|一|这|那|该|本|此|我|我们|他们|你|您|各|每|多|几|数|两|三|四|五|六|七|八|九|十|百|千|全|全市|全县|全区|部分|有的|有些|所有|任何|其他|别的|另|另外|同|同一|当地|本地|附近|街上|镇上|村里|村口|城里|县城|市里|市区|城区|外地|省外|省内|国内|大|小|大型|小型|中小|老|新|旧|自家|自己|他家|她家|家|名|个|间|户|所|有|合|国有|民营|私营|上市|优秀|诚信|守信|失信|知名|正规|合法|参加|上级|母|子|总|分|原|前|现|网上|线上|线下|开|办|开办|经营|在|去|到|进|上|实体|连锁|加盟|街边|路边|门口|楼下|老牌|示范|普通|一般|类似|用人|用工|供货|承包|发包|合作|涉事|涉案|被罚|受罚|施工|承建|生产|销售|采购|投标|中标|二楼|一楼|三楼|镇|乡|村|县|市|区|各类|相关|有关|多家|星级|三星级|四星级|五星级|豪华|最好|城东|城西|城南|城北|我家|农村|城乡|乡镇|校外|境外|境内|无证|公益|专门|私人|少数|个别)+(?:家|间|个|名|所|户)?/u;
const counted = /[一二两三四五六七八九十几多数这那该某每各](?:家|间|个|所|户)/u;
const cut = new Set(cuts);
const authority =
  /(?:人民银行|中国银行业|法律服务|志愿|消费者|个体|行业|信用|作家|律师|企业家|餐饮|养老服务|书法家|美术家)(?:协会|商会)?$|(?:征信|政务|政务服务|便民服务|党群服务|服务|信用|信息|调解|解纷|执法|反诈|反诈骗|反诈骗中心|文化|会议|疾控|防控|救助|活动|宣教|审批|交易|资源交易|公证|仲裁|考试|指挥|融媒|融媒体|新闻|体育|检验检测|质检|计量|社会组织|就业|人才|数据|普法|宣传|法律援助|援助|监测|预警|教育|诉讼服务)中心$|人民银行|出租车$|^(?:中国|国家|全国|最高|人民|中华|信用)/u;

/** Organisations by their names: full names, and shops with a name of their own; “某粮油店”, “一家装修公司” and “物业公司” are nobody. */
export function findOrganisations(text: string): OrganisationFound[] {
  const found = [
    ...byCode(text),
    ...inside(text, quoted),
    ...inside(text, called),
    ...inside(text, inQuotes),
    ...inside(text, labelled),
    ...byEnding(text, ending),
    ...byEnding(text, tradeEnding),
  ];
  return found.filter((one, i) => !found.slice(0, i).some(({ from, to }) => from < one.to && one.from < to));
}

const inside = (text: string, pattern: RegExp): OrganisationFound[] =>
  [...text.matchAll(pattern)].flatMap(({ 0: whole, 1: name = '', index }) => {
    const from = index + whole.lastIndexOf(name);
    return nobody.test(name) || trade.test(name) || /(?:单位|企业|机关|公司|部门)$/.test(name)
      ? []
      : [{ name, from, to: from + name.length }];
  });

/** A unified social credit code names its organisation to everybody who looks it up. */
const byCode = (text: string): OrganisationFound[] =>
  [...text.matchAll(/(?<![0-9A-Za-z])[1-9AN][0-9A-Za-z]{17}(?![0-9A-Za-z])/g)].flatMap(({ 0: name, index }) =>
    isCreditCode(name.toUpperCase()) ? [{ name, from: index, to: index + name.length }] : [],
  );

function byEnding(text: string, pattern: RegExp): OrganisationFound[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: kind, index }) => {
    const to = index + kind.length;
    const run =
      /[\p{Script=Han}A-Za-z0-9（）()“”·]{0,18}$/u.exec(text.slice(Math.max(0, index - 18), index))?.[0] ?? '';
    let own = insideQuote(run.replace(/^.*”“/u, '').replace(/^[（(“”)）]+/u, ''));
    own = own.slice(leadOf(own, kind, !/\p{Script=Han}/u.test(text[index - own.length - 1] ?? '')));
    const plain = own.replace(/[“”（）()]/g, '');
    const bare = plain.replace(determined, '');
    if (
      plain.length < 2 ||
      bare === '' ||
      nobody.test(own) ||
      counted.test(own) ||
      trade.test(plain) ||
      trade.test(bare) ||
      trade.test(bare + kind) ||
      authority.test(bare + kind) ||
      authority.test(bare)
    )
      return [];
    return [{ name: own.replace(/^[“（(]/u, '') + kind, from: index - own.length, to }];
  });
}

/** Not over the beginning of a quotation that is open where the name ends. */
const insideQuote = (run: string): string =>
  run.lastIndexOf('“') > run.lastIndexOf('”') ? run.slice(run.lastIndexOf('“') + 1) : run;

/** Words that lead to a name and are none: 要么|酒店, 不少|饭店, 10年前|装修. */
const leads = /^(?:[cpdrfqyetu]|u[a-z]|zg|ad)$/;
/** Verbs that names are not made of (利民, 启航 and 振兴 are). */
const verbs =
  /^(?:告诉|靠近|建议|进入|离开|选择|预订|预定|入住|推荐|希望|觉得|认为|要求|投诉|联系|询问|经过|路过|看到|发现|知道|参观|介绍|致电|接到|答应|承认|汇报|情况汇报|工作汇报|作为|冒充|假冒|自称|听取|反映|说明|研究|讨论|贯彻|落实|挂牌|改装|喜欢|正在|拒绝|从事|负责|开始|需要|进行|参加|拖欠|热爱|提供|举办|开展|协助|配合|抛开|得知|提醒|约定|住进|回到|走出|逃出|赶到|来到|拨打)$/;

/** In front they are what is done, behind a name what the firm does: 学习中心, 名匠装修公司. */
const activities = /^(?:学习|发展|管理|服务|经营|装修|培训|检测|研究|活动|购物|休闲)$/;

/** How much of what stands before an ending leads to the name; words of the dictionary are not cut (好运|来 is one, 悦来 too). */
function leadOf(own: string, kind: string, atStart: boolean): number {
  let lead = 0;
  let from = 0;
  for (const { tag, word } of own === '' ? [] : jieba().tag(own + kind, true)) {
    const to = from + word.length;
    if (to > own.length) break;
    const isLead =
      from === lead &&
      ((leads.test(tag) &&
        !/^天天/u.test(word) &&
        !(tag === 'ad' && to === own.length && word.length === 2 && own.length === 2 && atStart)) ||
        (tag === 'm' && !/^\p{Script=Han}{2}$/u.test(word)));
    const isVerb = verbs.test(word) || (from === lead && activities.test(word));
    if (isLead || cut.has(word) || isVerb) lead = to;
    // The model glues what it does not know: 在鑫海, 局对.
    else if (tag === 'x' && word.length === 2 && cut.has(word[1] ?? '')) lead = to;
    else if (tag === 'x' && word.length > 2 && cut.has(word[0] ?? '')) lead = from + 1;
    from = to;
  }
  return lead;
}
