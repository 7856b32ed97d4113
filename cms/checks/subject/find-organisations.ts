/** An organisation that a text names so that one can find it. */
export interface OrganisationFound {
  name: string;
  from: number;
  to: number;
}

const ending = /(?:有限责任公司|股份有限公司|有限公司|合伙企业|集团|公司|合作社|经营部|经销部|门市部|事务所|工作室|工程队|施工队|商行|车行|琴行|银行|支行|信用社|超市|便利店|小卖部|网吧|餐馆|饭馆|菜馆|面馆|餐厅|食府|饭店|酒店|酒楼|酒家|火锅店|茶楼|茶馆|旅馆|宾馆|客栈|药房|药店|诊所|医院|幼儿园|小学|中学|学校|学院|大学|培训中心|驾校|培训班|辅导班|服务中心|美容院|养老院|加油站|修理厂|加工厂|砖厂|厂|农场|养殖场|林场|商场|商店|书店|花店|网店|鞋店|店|影楼|会馆|饭庄|铺|坊|农家乐|旅行社|协会|商会)(?!长|名|员|主|家|里|面|内|门|铺|房|友|庆)/gu;
/** What a kind of business is called; with nothing before it, it is nobody in particular. */
const trades = new RegExp(`^(?:${[
  '粮油', '粮食', '水果', '蔬菜', '副食', '食品', '早餐', '小吃', '餐饮', '饭', '面', '火锅', '烧烤', '茶叶', '茶', '酒', '烟酒', '服装', '鞋', '家具', '家电', '五金', '建材', '建筑', '建设', '工程', '装修', '装饰', '劳务', '物业', '房地产', '地产', '房产', '中介', '汽车', '汽修', '修理', '维修', '二手车', '租车', '运输', '物流', '快递', '外卖', '旅游', '保险', '金融', '小额贷款', '贷款', '担保', '投资', '理财', '网络', '科技', '信息', '电子', '商务', '电子商务', '电商', '商贸', '贸易', '广告', '传媒', '文化', '教育', '培训', '健身', '美容', '美发', '理发', '医药', '药', '医疗', '农业', '农资', '种子', '化肥', '养殖', '种植', '茶业', '木材', '矿业', '能源', '环保', '清洁', '家政', '保洁', '保安', '印刷', '书', '花', '网', '手机', '电器', '数码', '眼镜', '珠宝', '首饰', '母婴', '玩具', '文具', '体育', '宠物', '洗车', '加油', '家装', '包装', '加工', '制造', '机械', '化工', '塑料', '纺织', '砖', '石材', '水泥', '沙石', '水产', '肉', '鲜肉', '豆腐', '烘焙', '蛋糕', '干货', '土特产', '特产', '农产品', '山货', '批发', '零售', '连锁', '专业', '专卖', '直营', '加盟', '实体', '便民', '公共', '服务', '技术', '咨询', '管理', '开发', '供应链', '供水', '供电', '燃气', '自来水', '公交', '出租车', '客运', '民宿',
].join('|')})+$`, 'u');
const nobody = /[某×＊*Xx○]|匿名|^[甲乙丙丁ABC]|[甲乙丙丁]$/u;
/** 网店“小美服饰” */
const quoted = /(?:店|公司|商家|商户|饭馆|餐厅|超市|品牌|作坊|企业)[“「《]([^”」》]{2,14})[”」》](?=[\p{Script=Han}])/gu;
/** 一家叫“老味道”的餐馆 */
const called = /[“「]([^”」]{2,14})[”」]的?(?=[\p{Script=Han}]{0,3}(?:店|馆|厂|公司|超市|行|社|坊|铺|酒楼|餐厅))/gu;
const determined = /^(?:一|这|那|该|本|此|我|我们|他们|你|您|各|每|多|几|数|两|三|四|五|六|七|八|九|十|百|千|全|全市|全县|全区|部分|有的|有些|所有|任何|其他|别的|另|另外|同|同一|当地|本地|附近|街上|镇上|村里|村口|城里|县城|市里|市区|城区|外地|省外|省内|国内|大|小|大型|小型|中小|老|新|旧|自家|自己|他家|她家|家|名|个|间|户|所|有|合|国有|民营|私营|上市|优秀|诚信|守信|失信|知名|正规|合法|参加|上级|母|子|总|分|原|前|现|网上|线上|线下|开|办|开办|经营|在|去|到|进|上|实体|连锁|加盟|街边|路边|门口|楼下|老牌|示范|普通|一般|类似|用人|用工|供货|承包|发包|合作|涉事|涉案|被罚|受罚|施工|承建|生产|销售|采购|投标|中标)+(?:家|间|个|名|所|户)?/u;
const counted = /[一二两三四五六七八九十几多数这那该某每各](?:家|间|个|所|户)/u;
const cut = /(?:在|由|对|向|把|将|被|为|是|有|与|和|及|于|从|到|让|给|因|叫|名为|名叫|的|了|借|骗|位于|经营|开办|经查|查明|认定|发现|负责人|法定代表人|董事长|总经理|经理|老板|股东|法人|会计|判决|判令|责令|对方|被告|原告|被执行人|当事人|执行人|拖欠|欠|骗取|如|等|并|而|但|据|以|用|去|来|进|走进|来自|任职|投诉|举报|起诉|经过|通过|公布|曝光|通报|处罚|列入|查处|包括|纳入)/gu;
const authority = /(?:人民银行|中国银行业|法律服务|志愿|服务中心|消费者|个体|行业|信用)(?:协会|商会)?$|^(?:中国|国家|全国|最高|人民|中华)/u;

/** Organisations by their names: full names, and shops with a name of their own; “某粮油店”, “一家装修公司” and “物业公司” are nobody. */
export function findOrganisations(text: string): OrganisationFound[] {
  return [...inQuotes(text), ...byEnding(text)];
}

const inQuotes = (text: string): OrganisationFound[] =>
  [...text.matchAll(quoted), ...text.matchAll(called)].flatMap(({ 0: whole, 1: name = '', index }) => {
    const from = index + whole.indexOf(name);
    return nobody.test(name) ? [] : [{ name, from, to: from + name.length }];
  });

function byEnding(text: string): OrganisationFound[] {
  return [...text.matchAll(ending)].flatMap(({ 0: kind, index }) => {
    const to = index + kind.length;
    const run = /[\p{Script=Han}A-Za-z0-9（）()“”·]{0,18}$/u.exec(text.slice(Math.max(0, index - 18), index))?.[0] ?? '';
    let own = run.replace(/^[（(“”)）]+/u, '');
    for (const { 0: word, index: at } of run.matchAll(cut)) own = run.slice(at + word.length);
    const plain = own.replace(/[“”（）()]/g, '');
    const bare = plain.replace(determined, '');
    if (plain.length < 2 || bare === '' || nobody.test(own) || counted.test(own) || trades.test(bare) || authority.test(bare + kind) || authority.test(bare)) return [];
    return [{ name: own.replace(/^[“（(]/u, '') + kind, from: index - own.length, to }];
  });
}
