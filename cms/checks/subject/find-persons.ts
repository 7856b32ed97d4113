import { findNames, type NameFound } from '../people/find-names.ts';
import { doubleSurnames, surnames } from '../people/surnames.ts';

/** After a surname and one or two characters, these leave little doubt that it was a name. */
const sure = /^(?:[，、（(\s|](?:男|女|现年|系|身份证|证件|[0-9一二三四五六七八九十]{1,3}岁|住(?!院)|户籍|电话|手机|家住|绰号|外号|车牌)|[0-9]{1,3}岁|欠|拖欠|拒不|拒绝|赖账|逾期|不还|至今|被(?:列入|列为|法院|执行|强制|处|罚|判|查|拘|通报|纳入|限制|曝光|开除|除名)|因|涉嫌|伪造|骗|诈骗|作弊|替考|冒充|冒领|卖假|售假|挪用|侵占|虚[构假开报]|串通|偷|盗|殴打|转移|失信|未(?:还|履行|按)|借(?:了|走|钱|款)|承包|夫妇|一家|等人|的(?:欠款|欠债|债务|失信|照片|身份证|电话))/u;
const han = /^\p{Script=Han}+$/u;
const never = /[我你他她它犯打说卖买找赔的了是在和与及因被对将把向于为等之其并且或某人们这那有无不也都就还要会可以岁年月日时分元个名款钱债薪账费欠拖拒赖]/u;
/** Surnames, and far more often not: “典型和严重失信”. */
const functionWords = /[和向从都应那于相常时全连同便]/u;
let segmenter: Intl.Segmenter | undefined;

/**
 * Full names of persons in a sentence in which something is told against somebody: what `findNames` reads, and names in the
 * middle of a sentence (“示例镇王建国拖欠…”, “通报张伟欠债”) when what follows leaves little doubt.
 * @param deeds what is told in the sentence: right after a name it leaves no doubt either
 */
export function findPersons(text: string, deeds: readonly { from: number }[] = []): NameFound[] {
  const told = new Set(deeds.map(({ from }) => from));
  const found = findNames(text);
  const taken = (at: number) => found.some(({ from, to }) => from <= at && at < to);
  for (let i = 0; i < text.length; i += 1) {
    const size = doubleSurnames.has(text.slice(i, i + 2)) ? 2 : surnames.has(text[i] ?? '') ? 1 : 0;
    if (size === 0 || taken(i) || (size === 1 && functionWords.test(text[i] ?? ''))) continue;
    const to = [i + size + 2, i + size + 1].find((end) => end <= text.length && han.test(text.slice(i, end)) && !never.test(text.slice(i + size, end)) && (told.has(end) || sure.test(text.slice(end, end + 8))) && !inWord(text, i, end));
    if (to === undefined) continue;
    found.push({ name: text.slice(i, to), from: i, to });
    i = to - 1;
  }
  return found.sort((a, b) => a.from - b.from);
}

/** Begins in the middle of a word, ends in one, or is one that the dictionary knows: 高校, 方案, 公|安局. */
function inWord(text: string, from: number, to: number): boolean {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const start = Math.max(0, from - 6);
  for (const { index, segment } of segmenter.segment(text.slice(start, to + 6))) {
    const [a, b] = [start + index, start + index + segment.length];
    if ((a < from && from < b) || (a >= from && a < to && to < b) || (a === from && b === to && to - from === 2) || (a === from && b < to && b - a === 2)) return true;
  }
  return false;
}
