const school =
  /([\p{Script=Han}0-9]{2,14}?)(小学|中学|初级中学|高级中学|幼儿园|中心校|学校|[一二三四五六七八九十]中|职中|职高|附小|附中|实小)/gu;
const general =
  /^(?:全市|全县|全区|各|各级|部分|中|一所|某|某某|当地|本地|这所|那所|该|我|我们|他们|农村|城区|乡镇|义务教育|普通|所有|有关|相关|多所|几所|两所|三所|学|在校|试点|示例|通过|推动|组织|依托|鼓励|支持|指导|要求|督促|开展|加强|各类|每所|全体|本校|母校|家庭|社会|企业|单位|社区|机关|走进|进入|公办|民办|寄宿制|九年一贯制|完全|初级|高级|和|与|及|的|在|到|由|从|向|为|让|进|给|对)+$/;

/** Names of schools that tell which one is meant; `某小学` and `全市中小学` do not. */
export function findSchools(text: string): { from: number; to: number }[] {
  return [...text.matchAll(school)].flatMap(({ 0: whole, 1: name = '', index }) => {
    const bare = name.replace(/^.*(?:就读于|就读|在|于|到|来自|是|为|由|从|向|和|与|及|的|，|、)/u, '');
    if (
      bare.length < 2 ||
      general.test(bare) ||
      /[一二两三四五六七八九十几多某这那]所$/.test(bare) ||
      (whole.endsWith('学校') &&
        !/(?:[市县区镇乡村]|实验|第[一二三四五六七八九十]|职业|技工|技术|外国语|希望|中心|附属|特殊教育|[广元利州昭化朝天旺苍青川剑阁苍溪]{2})$|[市县区镇乡]/.test(
          bare,
        )) ||
      /某|中小|大中|[×*]/.test(bare)
    )
      return [];
    return [{ from: index + whole.length - bare.length - (whole.length - name.length), to: index + whole.length }];
  });
}
