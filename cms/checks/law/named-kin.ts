import type { NameFound } from '../people/find-names.ts';
import { isRareSurname, surnameSize } from '../people/surnames.ts';
import { nameWords } from '../subject/name-words.ts';

const elder =
  '(?:父亲|母亲|爸爸|妈妈|爸|妈|养父|养母|继父|继母|爷爷|奶奶|外公|外婆|祖父|祖母|姥姥|姥爷|监护人|家长|哥哥|姐姐|叔叔|伯伯|舅舅|姑姑|姨妈|姑父|姨父|婶婶)';
/** 他的父亲杨国庆, 监护人为陈德明, 舅舅是做建材生意的胡海波. */
const before = new RegExp(`${elder}(?:[名叫是为系：:]{0,2}|(?:是|为|系|叫)[^，。；！？、\\n]{1,14}的)$`, 'u');
/** 周大勇的孙子, 李秀珍之女. */
const after =
  /^(?:之[子女孙]|夫妇(?:之[子女]|的(?:儿子|女儿|孩子))|的?(?:大|小|二|独生)?(?:儿子|女儿|孙子|孙女|外孙女?|侄子|侄女|外甥女?|养子|养女|孩子|娃))/u;
/** What no given name holds: 妈妈没有…, 爸爸和妈妈. */
const notGiven =
  /[妈爸爷奶父母的了是在和与及因被对将把向于为等之其并且或某们这那有无不也都就还要会可以说带给让从到过着家里人]/u;
const edge =
  /^(?:[，。；、：！？）)”\s]|$|是|为|系|在|和|与|及|因|被|向|对|说|称|已|也|将|带|替|给|把|一|经|正|当|常|曾|到|从|就|夫妇|等)/u;

/**
 * The child that a passage is about is whoever's child: a relative told by full name tells the child to everybody who knows
 * the family (未成年人保护法 §103: 其他可能识别出其身份的信息). The name and its place, null when no relative is named.
 */
export function namedKin(text: string): NameFound | null {
  const dictionary = nameWords(text).names;
  for (let at = 0; at < text.length; at += 1) {
    const size = surnameSize(text, at) || (isRareSurname(text.charCodeAt(at)) ? 1 : 0);
    // 爸爸和老师
    if (size === 0 || /[和向从都]/.test(text[at] ?? '')) continue;
    const led = before.test(text.slice(Math.max(0, at - 22), at));
    const name = [at + size + 2, at + size + 1]
      .map((to) => ({ name: text.slice(at, to), from: at, to }))
      .find(
        ({ name: whole, to }) =>
          to <= text.length &&
          /^\p{Script=Han}+$/u.test(whole) &&
          !notGiven.test(whole.slice(size)) &&
          (led
            ? edge.test(text.slice(to)) || dictionary.some((one) => one.from === at && one.to === to)
            : after.test(text.slice(to)) && dictionary.some((one) => one.from === at)),
      );
    if (name && !/^(?:化名|（化名)/.test(text.slice(name.to))) return name;
  }
  return null;
}
