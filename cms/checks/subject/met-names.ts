import { jieba } from '../lexicon/jieba.ts';
import { isCalledOnly, type NameFound } from '../people/find-names.ts';
import { isRareSurname, surnameSize } from '../people/surnames.ts';
import { against, serves, speaks } from './role-words.ts';
import type { Sentence } from './sentences.ts';

/** What one does with somebody of whom the next sentence tells: 我们走访了|张伟。 */
const met =
  /(?:走访|采访|探访|回访|见|遇|碰|找|约|访问|拜访|看望|慰问|认识|认得|记得|说起|说到|提起|提到|谈起|谈到|聊起|聊到|问起|想起|关于|至于|再说|再看)(?:了|过|到|见|上|着){0,2}/gu;
/** A name that is met stands at the end of what is said. */
const end = /^(?:[，。；：！？、）”\s]|$|时|的时候|本人|其人|这个?人|[一二两]次)/u;
const neverGiven =
  /[我你他她它的了是在和与及因被对将把向于为等之其某们这那有无不也都就还要会可以岁年月日时分元个名人家长区县镇乡村社局院所站校]/u;
/** Whom the sentence goes on about. */
const pronoun =
  /(?:^|[，、：；\s])(?:而|但|可|原来|其实|去年|前年|今年|当时|后来|当年|当初)?(?:他|她|此人|该人|该男子|该女子|这个?人|这男子|本人)(?![们的])/u;

/** 他是社区民警，… */
const byOffice =
  /^是[^，。]{0,8}(?:民警|警官|法官|检察官|律师|记者|志愿者|调解员|网格员|干部|书记|主任|所长|老师|专家)(?:[，。]|$)/u;

/** Names that a sentence ends with, behind a word of meeting or telling. */
export function metNames(sentence: string): NameFound[] {
  return [...sentence.matchAll(met)].flatMap(({ 0: verb, index }) => {
    const from = index + verb.length;
    const size = surnameSize(sentence, from) || (isRareSurname(sentence.charCodeAt(from)) ? 1 : 0);
    if (size === 0) return [];
    const to = [from + size + 2, from + size + 1].find((at) => isName(sentence, from, from + size, at));
    return to === undefined ? [] : [{ name: sentence.slice(from, to), from, to }];
  });
}

function isName(text: string, from: number, given: number, to: number): boolean {
  const name = text.slice(from, to);
  return (
    to <= text.length &&
    /^\p{Script=Han}+$/u.test(name) &&
    !neverGiven.test(text.slice(given, to)) &&
    !isCalledOnly(name) &&
    end.test(text.slice(to)) &&
    !isWord(name)
  );
}

/** 农户, 商户, 高校 */
const isWord = (name: string): boolean => {
  const [first, ...rest] = jieba().tag(name, false);
  return rest.length === 0 && first !== undefined && !first.tag.startsWith('nr');
};

/**
 * Whom the nearest of the sentences before names, when this one goes on with he or she: “我们走访了张伟。他因赌博被拘留。”
 * Null where he speaks of it or works against it. Offsets are those of `before`.
 * @param start what stands before the deed
 */
export function metBefore(before: readonly Sentence[], start: string): NameFound | null {
  const he = pronoun.exec(start);
  if (!he) return null;
  const goesOn = start.slice(he.index + he[0].length);
  if (speaks.test(goesOn) || serves.test(goesOn) || against.test(goesOn) || byOffice.test(goesOn)) return null;
  for (const { from, text } of before.toReversed()) {
    const last = metNames(text).at(-1);
    if (last) return { name: last.name, from: from + last.from, to: from + last.to };
  }
  return null;
}
