import { isCalledOnly, type NameFound } from './find-names.ts';
import { isRareSurname, surnameSize } from './surnames.ts';

const stage =
  '(?:幼儿园(?:[大中小]班)?|学前班|小学(?:[一二三四五六]年级)?|初中|高中|中学|职高|职中|技校|初[一二三]|高[一二三])';
/** Whose school it is, where not his own. */
const ofOthers = '(?:儿子|女儿|孩子|孙子|孙女|弟弟|妹妹|学生|供|送|接|陪|教)[^，。；]{0,3}';
/** 读高一的|刘宇航, 幼儿园大班的|张子轩. */
const leading = new RegExp(`(?<!${ofOthers})(?:(?:读|上|念)(?:了)?${stage}|幼儿园[大中小]班)的`, 'gu');
/** 张小宝|才上学前班，… */
const trailing = new RegExp(
  `(?:今年|现在|目前|眼下|正|还|刚刚?|才|仍|就){1,3}在?(?:读|上|念)(?:了)?${stage}(?=[，。；、）\\s]|$)`,
  'gu',
);
const neverGiven =
  /[我你他她它的了是在和与及因被对将把向于为等之其某们这那有无不也都就还要会可以岁年月日时分元个名人家长区县镇乡村社局院所站校班同]/u;

/**
 * Names that are told with the school somebody goes to now, right before or behind them. 供女儿读高中, 高中毕业 and 读小学时
 * speak of others, or of long ago.
 */
export function pupilNames(text: string): NameFound[] {
  return [
    ...[...text.matchAll(leading)].map(({ 0: whole, index }) => nameFrom(text, index + whole.length)),
    ...[...text.matchAll(trailing)].map(({ index }) => nameTo(text, index)),
  ].filter((one) => one !== null);
}

function nameFrom(text: string, from: number): NameFound | null {
  const size = sizeAt(text, from);
  const to =
    size === 0 ? undefined : [from + size + 2, from + size + 1].find((end) => isGiven(text.slice(from + size, end)));
  return to === undefined || to > text.length ? null : found(text, from, to);
}

function nameTo(text: string, to: number): NameFound | null {
  // The longest that begins where something begins: 王小明 of “，王小明才上…”.
  const from = [to - 4, to - 3, to - 2].find(
    (at) =>
      at >= 0 &&
      sizeAt(text, at) > 0 &&
      isGiven(text.slice(at + sizeAt(text, at), to)) &&
      to - at - sizeAt(text, at) <= 2 &&
      !/\p{Script=Han}/u.test(text[at - 1] ?? ''),
  );
  return from === undefined ? null : found(text, from, to);
}

const sizeAt = (text: string, at: number): number =>
  surnameSize(text, at) || (isRareSurname(text.charCodeAt(at)) ? 1 : 0);

const isGiven = (given: string): boolean => /^\p{Script=Han}{1,2}$/u.test(given) && !neverGiven.test(given);

const found = (text: string, from: number, to: number): NameFound | null => {
  const name = text.slice(from, to);
  return isCalledOnly(name) || /^[（(]?(?:化名|均为化名|示例)/.test(text.slice(to)) ? null : { name, from, to };
};
