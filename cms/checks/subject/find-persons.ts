import { findNames, type NameFound } from '../people/find-names.ts';
import { runtimeWords, wordsAround } from '../people/runtime-words.ts';
import { introduced } from './introduced.ts';
import { nameWords } from './name-words.ts';
import { doubleSurnames, isRareSurname, surnameSize } from '../people/surnames.ts';

/** After a surname and one or two characters, these leave little doubt that it was a name. */
const sure =
  /^(?:[，、（(\s|](?:男|女|现年|系|身份证|证件|[0-9一二三四五六七八九十]{1,3}岁|住(?!院)|户籍|电话|手机|家住|绰号|外号|车牌)|[0-9]{1,3}岁|欠|拖欠|拒不|拒绝|赖账|逾期|不还|至今|被(?:列入|列为|法院|执行|强制|处|罚|判|查|拘|通报|纳入|限制|曝光|开除|除名|举报|投诉|起诉)|因|涉嫌|伪造|骗|诈骗|作弊|替考|冒充|冒领|卖假|售假|挪用|侵占|虚[构假开报]|串通|偷|盗|殴打|转移|失信|未(?:还|履行|按)|借(?:了|走|钱|款)|承包|不但|不仅|不断|不停|不顾|没少|无故|反复|一再|屡[次屡]|故意|恶意|偷偷|私自|擅自|非法|暗中|夫妇|一家|等人|的(?:欠款|欠债|债务|失信|照片|身份证|电话))/u;
const han = /^\p{Script=Han}+$/u;
const never =
  /[我你他她它犯打说卖买找赔的了是在和与及因被对将把向于为等之其并且或某人们这那有无不也都就还要会可以岁年月日时分元个名款钱债薪账费欠拖拒赖]/u;
/** After these a name is certain, though it may be a word as well (田野) or hold a word that names seldom hold (苏有才). */
const strong =
  /(?:法定代表人|被执行人|被告人|被告|嫌疑人|当事人|村民|居民|市民|农户|真名|本名|名叫|姓名[：:]?|包工头|店主|老板|会计|司机|经理|业主|中介|户主|医生|教练|教师|老师|护士|供应商|主任|书记|支书|站长|校长|院长|所长|局长|队长|董事长|股东|代理人|经办人|出纳|保管员|业务员|销售员|推销员|快递员|保安|厨师|养殖户|种植户|低保户|贫困户|租客|房东|卖家|摊主|承包人|担保人|借款人|债务人|贷款人|候选人|家长|建材商|承包商|经销商|开发商|批发商|贩子|职工|员工|干部|投标人|申报人|女方|男方|会员|经办的叫|人叫|中间人|发起人|经手人|负责人|代表|考生|学生|学员|店长|校工|住户|业主|用户|顾客|商贩|表弟|表哥|堂弟|堂兄|弟弟|哥哥|妹妹|姐姐|侄子|女婿|儿媳|丈夫|妻子|前夫|前妻|邻居|亲戚|同事|同学|网红|博主)[：:]?$/u;
const role =
  /(?:[\p{Script=Han}](?:员|匠|工|师|播|[站科园队组馆处]长|庄主|司机|会计|出纳)|^(?:[科处组队站所馆园]长|主任|司机|会计|出纳))[：:]?$/u;
/** Whom the country calls by name. */
const titled = /^(?:新时代|总书记|主席|总理|思想)/u;
const neverAtAll =
  /[元年日时我你他她它的了是在与及因被对将把向于等之其某们这那不也都就还要会可岁款钱债薪账费欠拖拒赖]/u;
/** Where people live or work, not who they are. */
const place = /[办委镇乡村县市区路街巷局社组队店部网所院站会厂校司楼园河江山湖寺庙桥]$/u;
/** Whose sex is told right behind is a person. */
const sex = /^[，、（(\s|][男女][，、）)\s|]?/u;
/** Nobody's names, and how one speaks of somebody without one. */
const nobody =
  /^(?:张三|李四|王五|赵六|小明|[^]{1,2}(?:先生|女士|小姐|师傅|老师|大爷|大妈|大叔|阿姨|老板|经理|同学|法官|律师|医生|总))$|^(?:商户|商家|商贩|房东|车主|高校|包工头|单位|平台|农户|农民|牛肉|羊肉|金额|时间|方式)/u;
/** Surnames, and far more often not: “典型和严重失信”. */
const functionWords = /[和向从都应那于相常时全连同便]/u;
/** 路|断: surnames that are things, with a verb behind them. */
const things = /^[钱车房路时水金款货]/u;
const longDeed = 7;
const toWhom = /[对将把给]/u;

/**
 * Full names of persons in a sentence in which something is told against somebody: what `findNames` reads, and names in the
 * middle of a sentence (“示例镇王建国拖欠…”, “通报张伟欠债”) when what follows leaves little doubt.
 * @param deeds what is told in the sentence: right after a name it leaves no doubt either
 */
export function findPersons(text: string, deeds: readonly { from: number; to: number }[] = []): NameFound[] {
  const told = new Set(deeds.map(({ from }) => from));
  // A long deed has a gap in it, and a name may stand in the gap: “撤销会员谌丽莎的奖项”.
  const solid = deeds.flatMap((deed) => {
    // 对许建平罚款: the name begins right behind the first character.
    const head = toWhom.test(text[deed.from] ?? '') ? 1 : 2;
    return deed.to - deed.from < longDeed - (2 - head)
      ? [deed]
      : [
          { from: deed.from, to: deed.from + head },
          { from: deed.to - 2, to: deed.to },
        ];
  });
  const overlaps = (from: number, to: number) => solid.some((deed) => from < deed.to && deed.from < to);
  const found = findNames(text).filter(
    ({ from, name, to }) =>
      !nobody.test(name) &&
      !/^[万千]元/.test(name) &&
      !overlaps(from, to) &&
      (isCertain(text, from) || !beginsWithWord(text, from, to)),
  );
  const taken = (at: number) => found.some(({ from, to }) => from <= at && at < to);
  for (let i = 0; i < text.length; i += 1) {
    const size = surnameSize(text, i) || (isRareSurname(text.charCodeAt(i)) && isCertain(text, i) ? 1 : 0);
    // 4.2万|元 is a sum.
    if (
      size === 0 ||
      taken(i) ||
      (/[0-9.一二两三四五六七八九十百千几数多]/.test(text[i - 1] ?? '') && /[万千]/.test(text[i] ?? '')) ||
      (size === 1 && functionWords.test(text[i] ?? '') && !isCertain(text, i))
    )
      continue;
    const fits = (end: number): boolean => {
      const given = text.slice(i + size, end);
      const certain = isCertain(text, i) || sex.test(text.slice(end, end + 3));
      if (
        end > text.length ||
        !han.test(text.slice(i, end)) ||
        (certain || told.has(end) ? neverAtAll : never).test(given) ||
        nobody.test(text.slice(i, end)) ||
        overlaps(i, end)
      )
        return false;
      const follows =
        told.has(end) || sure.test(text.slice(end, end + 8)) || (certain && /^[，、,（(]/.test(text.slice(end)));
      return certain ? follows || !inWord(text, i, end) : follows && !inWord(text, i, end);
    };
    const to = [i + size + 2, i + size + 1].find(fits);
    if (to === undefined) continue;
    found.push({ name: text.slice(i, to), from: i, to });
    i = to - 1;
  }
  const plain = introduced(text).filter(({ from, to, name }) => !overlaps(from, to) && !nobody.test(name));
  // The dictionary is what costs: it is asked only where its answer may count.
  if (found.length === 0 && !mayHoldName(text, told)) return plain;
  const dictionary = nameWords(text);
  const persons = found.filter(({ from, name, to }) =>
    isSaid(text, from) || (name.length > 2 && told.has(to))
      ? !dictionary.isCut(from)
      : dictionary.mayBe(from, to) && !(name.length === 2 && things.test(name)),
  );
  for (const one of dictionary.names) {
    if (
      mayBeNamed(text, one.from, doubleSurnames.has(one.name.slice(0, 2)) ? 2 : 1, one.to, told) &&
      !overlaps(one.from, one.to) &&
      !persons.some(({ from, to }) => from < one.to && one.from < to)
    )
      persons.push(one);
  }
  const others = persons.filter((one) => !plain.some(({ from, to }) => from < one.to && one.from < to));
  return [...plain, ...others]
    .filter(
      (one) =>
        !titled.test(text.slice(one.to)) &&
        !/什么|怎么|调查|采访|检查|核查|暗访/.test(one.name) &&
        !(/[一二三四五六七八九十]$/.test(one.name) && /^[0-9]/.test(text.slice(one.to))),
    )
    .sort((a, b) => a.from - b.from);
}

/** Whether a name that only the dictionary sees may stand there: a full one, or one of which there is little doubt. */
function mayBeNamed(text: string, from: number, size: number, to: number, told: ReadonlySet<number>): boolean {
  const [name, given] = [text.slice(from, to), text.slice(from + size, to)];
  if (neverAtAll.test(given) || nobody.test(name) || place.test(name)) return false;
  return (
    (given.length === 2 && !never.test(given)) ||
    isCertain(text, from) ||
    sure.test(text.slice(to, to + 8)) ||
    told.has(to)
  );
}

/** Whether one may stand anywhere in a sentence. */
function mayHoldName(text: string, told: ReadonlySet<number>): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const size = surnameSize(text, at) || (isRareSurname(text.charCodeAt(at)) ? 1 : 0);
    if (
      size > 0 &&
      [at + size + 2, at + size + 1].some(
        (end) => end <= text.length && han.test(text.slice(at, end)) && mayBeNamed(text, at, size, end, told),
      )
    )
      return true;
  }
  return false;
}

/** Begins in the middle of a word, ends in one, or is one that the dictionary knows: 高校, 方案, 公|安局. */
const inWord = (text: string, from: number, to: number): boolean =>
  wordsAround(text, from, to).some(
    ({ from: a, to: b }) =>
      (a < from && from < b) ||
      (a >= from && a < to && to < b) ||
      (a === from && b === to) ||
      (a === from && b < to && b - a === 2),
  );

/** Before a name and hardly anything else; the broad one also stands before 和 and 等. */
export const isSaid = (text: string, at: number): boolean => strong.test(text.slice(Math.max(0, at - 6), at));
const isCertain = (text: string, at: number): boolean =>
  isSaid(text, at) || (role.test(text.slice(Math.max(0, at - 6), at)) && !functionWords.test(text[at] ?? ''));

/** 毛笔|字, 童话|里: a word and one character more. */
function beginsWithWord(text: string, from: number, to: number): boolean {
  if (to - from !== 3) return false;
  return runtimeWords(text.slice(from, to + 6))[0]?.text.length === 2;
}
