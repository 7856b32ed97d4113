import { sourceEnd } from '../fold/fold.ts';
import { readings } from '../fold/readings.ts';
import { jieba } from '../lexicon/jieba.ts';
import { isRareSurname, surnameSize } from '../people/surnames.ts';
import type { NameFound } from '../people/find-names.ts';
import { wordsAround } from '../people/runtime-words.ts';
import { findOrganisations } from './find-organisations.ts';
import { findPersons, isSaid } from './find-persons.ts';
import type { Subject } from './find-subjects.ts';
import { nameWords } from './name-words.ts';
import { officers, serves, speaks } from './role-words.ts';
import { sentences } from './sentences.ts';

/**
 * Whom a text certainly names, whatever it tells of them: a full name where a clause begins or behind what somebody is, a
 * firm with its legal ending. Fewer than there are, and hardly one that is none (`find-named.test.ts`): who answers that
 * nobody can be recognised is wrong then. Whoever speaks or serves by office is left out, because a case may quote a judge
 * and blame nobody; so are names that a dictionary has, unless a role stands before them (张居正). Pure; offsets are in
 * `text`, each name once. Source: G01, G08.
 */
export function findNamed(text: string): Subject[] {
  const { folded, joined } = readings(text);
  const found = new Map<string, Subject>();
  for (const sentence of joined.text.split('\n').flatMap(lineSentences())) {
    for (const one of [...persons(sentence.text), ...firms(sentence.text)]) {
      const from = joined.map[sentence.from + one.from] ?? 0;
      const last = joined.map[sentence.from + one.to - 1] ?? from;
      const key = `${one.kind} ${one.name}`;
      if (!found.has(key))
        found.set(key, { ...one, from: folded.map[from] ?? 0, to: sourceEnd(folded, text, last + 1) });
    }
  }
  return [...found.values()];
}

function lineSentences() {
  let at = 0;
  return (line: string) => {
    const found = sentences(line, at);
    at += line.length + 1;
    return found;
  };
}

const opening = /(?:^|[，：\s“”（(|\u001f])$/u;
/** What a person stands behind, told with an age, a home or a trade: 五十三岁的费长青, 开五金铺的邱德海. */
const toldOf = /(?:岁|人|[村镇乡县区组社户店铺厂坊馆])的$/u;

function persons(text: string): Subject[] {
  if (!mayName(text)) return [];
  const said = findPersons(text).filter(({ from }) => isSaid(text, from));
  const known = nameWords(text).names.filter(
    ({ from, isKnown, name }) => !isKnown && !said.some((one) => one.from === from) && !isThing(name),
  );
  return [...said, ...known]
    .filter(
      (one) =>
        (mayStand(text, one.from) || does.test(text.slice(one.to))) && isFullName(text, one) && !isByOffice(text, one),
    )
    .map(({ from, name, to }) => ({ kind: 'person', name, from, to }));
}

/** Whether a name may stand there at all: looked at before the dictionary is asked. */
function mayName(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const size = surnameSize(text, at) || (isRareSurname(text.charCodeAt(at)) ? 1 : 0);
    if (
      size > 0 &&
      (mayStand(text, at) ||
        does.test(text.slice(at + size + 2, at + size + 4)) ||
        (size === 2 && does.test(text.slice(at + 3, at + 5))))
    )
      return true;
  }
  return false;
}

/** What somebody does: behind a name that the dictionary sees, wherever it stands. */
const does = /^(?:[把将拿收接占卖签从向让请没不已曾仍却因]|经手|承诺|答应|负责|多次|先后)/u;

const mayStand = (text: string, at: number): boolean =>
  opening.test(text.slice(Math.max(0, at - 1), at)) ||
  toldOf.test(text.slice(Math.max(0, at - 3), at)) ||
  isSaid(text, at);

/** No false names and no words: 化名, 张三, 李某, 安全法. */
const isFullName = (text: string, { from, name, to }: NameFound): boolean =>
  name.length > 2 &&
  !neverGiven.test(name.slice(1)) &&
  !functionWords.test(name) &&
  !calledOrPlace.test(name) &&
  !/^[（(]?(?:化名|均为化名|音译|示例)/.test(text.slice(to)) &&
  !cutsWord(text, from, to);
const neverGiven =
  /[我你他她它犯打说卖买找赔的了是在和与及因被对将把向于为等之其并且或某人们这那有无不也都就还要会可以岁年月日时分元个名款钱债薪账费欠拖拒赖替给带作得由从到上下里中一二三四五六七八九十百千]/u;
const functionWords = /^[和向从都应那于相常时全连同便还让给用把将被对在与及或]/u;
const calledOrPlace =
  /(?:[镇乡村县市区路街局社组队店部网所院站会厂校楼证卡笔法]|先生|女士|老师|大爷|大妈|阿姨|老板|同学|师傅|医生|书记|主任|老汉|大叔|经理)$/u;
/** 蓝|笔画: what a surname stands before is a thing. */
const isThing = (name: string): boolean =>
  jieba()
    .tag(name.slice(1), false)
    .some(({ tag, word }) => word === name.slice(1) && tag === 'n');

/** A word of the dictionary goes over the surname or over an edge: 安全|法, 付清|楚. */
const cutsWord = (text: string, from: number, to: number): boolean =>
  wordsAround(text, from, to).some(
    ({ from: a, to: b }) =>
      (a === from && b > from + surnameSize(text, from) && b <= to) ||
      (a < from && b > from) ||
      (a > from && a < to && b > to),
  );

function firms(text: string): Subject[] {
  if (!legalEnding.test(text)) return [];
  return findOrganisations(text)
    .filter(({ name, to }) => legalEnding.test(name) && !/[某×＊*]/.test(name) && !speaks.test(text.slice(to, to + 16)))
    .map(({ from, name, to }) => ({ kind: 'organisation', name, from, to }));
}
const legalEnding = /(?:有限(?:责任)?公司|合作社|事务所)/u;

const isByOffice = (text: string, { from, to }: NameFound): boolean =>
  officers.test(text.slice(Math.max(0, from - 6), from)) ||
  speaks.test(text.slice(to, to + 16)) ||
  serves.test(text.slice(to, to + 16));
