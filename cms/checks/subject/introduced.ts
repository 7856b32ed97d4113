import type { NameFound } from '../people/find-names.ts';
import { wordsAround } from '../people/runtime-words.ts';
import { doubleSurnames, isRareSurname, surnameSize } from '../people/surnames.ts';

const han = /^\p{Script=Han}+$/u;
/** What somebody is, in its last characters: 会计, 养猪户, 卖家, 摊主, 羊倌. */
const role =
  /(?:[\p{Script=Han}][户商贩倌嫂护医娘匠员工师长主客农手播监警生]|贩子|会计|出纳|代表|干部|书记|主任|老板|专家|顾问|经理|司机|教授|中介|裁缝|厨子|司仪|教练|老师|销售|导购|保安|兄弟|代办|管家|掌柜|助理|律师|法官|馆主|场长|大户|文书|专干|支书|采购|财务|施工员|监理|老汉|全名|大名|本名|真名)[：:]?$/u;
/** Where somebody lives or works, and what he sells. */
const home =
  /(?:[村镇乡县市区组街路巷店厂校院站场园馆所栋楼号排]|单元|(?:卖|开|收|管|跑|修|养|教|做)[\p{Script=Han}]{1,8})的$/u;
const stop = /^(?:[，、（(：:]|$|律师|老师|医生|教练|书记|主任|校长|经理|同志)/u;
/** The first of an item: （1）乔木森，… */
const listed = /(?:^|\s)[（(]?[0-9一二三四五六七八九十]{1,2}[）)、.．]\s*$/u;
/** What begins behind a name, and no given name is made of. */
const verb =
  /^(?:[把将给借收在说用卖替让从不没是做拿跟对每看往装带雇被因又就也还总向请称骗欠]|开着|当着|看见|先后|自称|私自|一个|两次|三次|明知|趁|去年|今年|上个?月|多次|承诺|答应|名下|家里|夫妇|等人)/u;
const neverGiven =
  /[我你他她它的了是在与及因被对将把向于等之其某们这那不也都就还要会可以岁款钱债薪账费欠拖拒赖给收借说每]/u;
/** Surnames, and far more often not. */
const functionWords = /[和向从都应那于相常时全连同便]/u;
/** Behind a surname alone these make a verb: 代发, 支付. */
const verbs = /[发领办理价码课购缴表审计付取签替看要打卖买]/u;
/** These are words and towns as well. */
const onlyBehindRole = new Set(['东方', '第五', '百里', '西门', '司空', '南宫', '濮阳']);

/**
 * Names that leave no doubt by what stands on both sides: behind what somebody is or where he lives, and before a mark or a
 * verb (“农户原小平，”, “示例村的沈长根把…”); and double surnames, which hardly anything else begins with (“会计欧阳倩每月…”).
 */
export function introduced(text: string): NameFound[] {
  const found: NameFound[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const two = onlyBehindRole.has(text.slice(at, at + 2));
    const size = two ? 2 : surnameSize(text, at) || (isRareSurname(text.charCodeAt(at)) ? 1 : 0);
    if (size === 0 || (size === 1 && functionWords.test(text[at] ?? ''))) continue;
    const before = text.slice(Math.max(0, at - 12), at);
    const isRole = role.test(before) || listed.test(before);
    const to =
      size === 2 && doubleSurnames.has(text.slice(at, at + 2)) && !two
        ? doubleEnd(text, at)
        : isRole || (!two && home.test(before))
          ? singleEnd(text, at, size, isRole)
          : 0;
    if (to === 0) continue;
    found.push({ name: text.slice(at, to), from: at, to });
    at = to - 1;
  }
  return found;
}

const isGiven = (given: string): boolean => han.test(given) && !neverGiven.test(given);

/** One character where a verb or a mark comes next, else two. */
function doubleEnd(text: string, at: number): number {
  const short = at + 3;
  if (
    isGiven(text.slice(at + 2, short)) &&
    (stop.test(text.slice(short)) || verb.test(text.slice(short)) || text[short] === '开')
  )
    return short;
  return isGiven(text.slice(at + 2, short + 1)) ? short + 1 : 0;
}

function singleEnd(text: string, at: number, size: number, isRole: boolean): number {
  const end = [at + size + 2, at + size + 1].find((to) => {
    const after = text.slice(to, to + 3);
    const isLong = to === at + size + 2;
    return (
      isGiven(text.slice(at + size, to)) &&
      (isLong || !verbs.test(text.slice(at + size, to))) &&
      (stop.test(after) ? isRole || isLong : isLong && verb.test(after)) &&
      !cutsWord(text, at, to)
    );
  });
  return end ?? 0;
}

/** A word of the dictionary, one that begins it, or one that goes over an edge: 全部, 安全|员, 公|安局. */
const cutsWord = (text: string, from: number, to: number): boolean =>
  wordsAround(text, from, to).some(
    ({ from: a, to: b }) =>
      b - a > 1 &&
      ((a < from && b > from) ||
        (a >= from && a < to && b > to) ||
        (a === from && b < to) ||
        (a === from && b === to && b - a < 3)),
  );
