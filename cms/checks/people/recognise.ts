import { findAges } from './ages.ts';
import { findNames, type NameFound } from './find-names.ts';
import { doubleSurnames, rareSurnames, surnames } from './surnames.ts';

/** One thing that tells people who somebody is. */
export interface Trait {
  kind: 'name' | 'surname' | 'age' | 'sex' | 'home' | 'shop' | 'job';
  from: number;
  to: number;
}

const hidden = /(\p{Script=Han}{1,2})某{1,2}(?![市县区镇乡村省地校厂路街])/gu;
const officers = /民警|警官|所长|局长|法官|检察官|记者|通讯员|队长|政委|教导员/;
const sex = /[，、（(\s|](?:男|女)(?:性)?(?=[，、。；）)\s|]|$)|(?:男|女)(?:子|店主|老板|司机|教师|工人|村民)/u;
const home =
  /(?:家住|住在|居住在|现住|租住|户籍|籍贯)[\p{Script=Han}0-9]{2,}|\p{Script=Han}{2,8}(?:小区|花园|家园|新村)|\p{Script=Han}{1,4}(?:镇|乡|村|社区)(?:人(?=[，、。；）)])|居民|村民)/u;
const shop =
  /(?<!离|公|展|召)开[\p{Script=Han}]{1,5}(?:店|馆|吧|厂|铺|坊)的|在(?:自家|家里|自己)[\p{Script=Han}]{0,4}(?:店|馆|室|铺|院)|(?:经营|开办|开设|开了|承包|名下)的?(?:一家)?[\p{Script=Han}“”]{2,12}?(?:店|馆|行|公司|超市|部|厂|吧|场|室|坊|楼|社|诊所)|\p{Script=Han}{2,8}(?:店|馆|超市|小卖部|公司|厂|网吧|棋牌室|茶楼|酒楼|诊所)(?:的)?(?:老板|店主|负责人|经营者|股东|经理)/u;
const job =
  /(?:开|跑)(?:出租|货车|大巴|网约车|滴滴)|(?:卖|贩)(?:鱼|菜|肉|水果|烧烤|凉粉|早点|小吃|衣服|手机)的?|摆摊|打工|司机|驾驶员|教师|老师|任教|医生|护士|会计|店主|老板|厨师|保安|快递员|外卖员|包工头|村主任|村支书|网红|主播|律师|(?:公司|单位|局|厂|校)(?:职工|员工|干部)/u;
const forms = { sex, home, shop, job };

/**
 * What a passage tells about a person: the full name, a surname with 某, age, sex, home, shop or job. One of them is
 * nobody; two and more are somebody to the people who live there (治安管理处罚法第一百三十六条: 不得向任何单位和个人提供).
 * Offsets are in the text.
 */
export function traitsOf(text: string): Trait[] {
  const found: Trait[] = findNames(text)
    .filter((name) => !isOfficer(text, name))
    .slice(0, 1)
    .map(({ from, to }) => ({ kind: 'name', from, to }));
  const surname = hiddenName(text);
  if (surname) found.push({ kind: 'surname', ...surname });
  if (findAges(text).length > 0)
    found.push({ kind: 'age', from: Math.max(0, text.indexOf('岁')), to: Math.max(0, text.indexOf('岁')) + 1 });
  for (const [kind, form] of Object.entries(forms)) {
    const at = form.exec(text);
    if (at) found.push({ kind: kind as keyof typeof forms, from: at.index, to: at.index + at[0].length });
  }
  return found;
}

/**
 * Whether these traits point at one person: the name does; a surname with anything else; without a surname, two of age, home,
 * shop and job. Age and sex alone (“一名46岁男子”) are a statistic with one row.
 */
export function isRecognisable(traits: readonly Trait[]): boolean {
  const kinds = new Set(traits.map(({ kind }) => kind));
  if (kinds.has('name')) return true;
  if (kinds.has('surname')) return kinds.size > 1;
  kinds.delete('sex');
  return kinds.size > 1;
}

/** 李某 of 经营者李某; 某地 and 某某小学 are nobody. */
function hiddenName(text: string): { from: number; to: number } | null {
  for (const { 0: whole, 1: before = '', index } of text.matchAll(hidden)) {
    const surname = doubleSurnames.has(before)
      ? before
      : surnames.has(before.at(-1) ?? '') || rareSurnames.has(before.at(-1) ?? '')
        ? (before.at(-1) ?? '')
        : '';
    if (surname) return { from: index + before.length - surname.length, to: index + whole.length };
  }
  return null;
}

/** Whoever speaks for the police or the paper is not whom the passage is about. */
const isOfficer = (text: string, { from, to }: NameFound): boolean =>
  officers.test(text.slice(Math.max(0, from - 4), from)) ||
  /^(?:民警|警官|所长|记者|同志|律师)/.test(text.slice(to, to + 3)) ||
  (serves.test(text.slice(to, to + 14)) && !also.test(text.slice(to)));
/** 举报他人后又因赌博被拘留 */
const also = /(?:又|也|却|自己|本人)[^，。]{0,8}被/u;
/** Nor whoever helps those it is about, warns of it or reports it. */
const serves =
  /^(?:因为|长期|多年|主动|积极|多次|及时)?(?:帮扶|帮教|走访|慰问|关爱|看望|提醒|讲解|宣讲|辅导|安置|举报|报警|制止|劝(?:说|导|阻)|帮助(?!他人|信息|犯罪)|介绍(?!卖淫|他人|妇女|嫖))/u;
