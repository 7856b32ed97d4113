import type { NameFound } from '../people/find-names.ts';
import { isRecognisable, traitsOf } from '../people/recognise.ts';
import { deedPlaces, findDeeds, type Deed } from './deeds.ts';
import { findOrganisations } from './find-organisations.ts';
import { findPersons, isSaid } from './find-persons.ts';
import { enough, findSigns, plenty, signPlaces, type Signs } from './signs.ts';
import { metBefore } from './met-names.ts';
import { against, excuses, officers, official, serves, speaks, victim } from './role-words.ts';
import { blocks, sentences, type Sentence } from './sentences.ts';

/** Somebody whom a text lets one recognise, and of whom it tells something bad. Offsets are in the text. */
export interface Subject {
  kind: 'person' | 'organisation';
  name: string;
  from: number;
  to: number;
}

/**
 * Everybody of whom a text tells something bad so that one knows who is meant. A sentence-level answer: somebody named, and
 * a deed in the same sentence or in one that goes on without naming another; whoever speaks, judges, helps or suffers is
 * not the subject. What holds no deed costs one search. Source: G01, G08, G10, G19, G20.
 * @param asked what was looked at already, when a text is read in several ways: only what reads otherwise is looked at again
 */
export function findSubjects(text: string, asked: Asked = nothingAsked()): Subject[] {
  const found = new Map<string, Subject>();
  // A line that ends with a comma goes on in the next.
  const lines = /[，、]\n/.test(text) ? text.replace(/(?<=[，、])\n+/gu, (ends) => ' '.repeat(ends.length)) : text;
  for (const { from, text: block } of blocks(lines)) {
    if (asked.blocks.has(block)) continue;
    asked.blocks.add(block);
    const places = [...deedPlaces(block), ...signPlaces(block)].sort((a, b) => a - b).map((at) => from + at);
    for (const subject of places.length > 0 ? inParagraph(sentences(block, from), places, asked) : [])
      found.set(`${subject.kind} ${subject.name}`, found.get(`${subject.kind} ${subject.name}`) ?? subject);
  }
  return [...found.values()];
}

/** The same paragraphs and sentences are read in several ways. */
export interface Asked {
  blocks: Set<string>;
  /** What was found in a sentence, by its words. */
  sentences: Map<string, Looked>;
}
interface Looked {
  deeds: Deed[];
  /** What happened, told without a bad word. */
  signs: Signs | null;
  people: Subject[] | null;
}
export const nothingAsked = (): Asked => ({ blocks: new Set(), sentences: new Map() });

function inParagraph(all: readonly Sentence[], places: readonly number[], asked: Asked): Subject[] {
  let next = 0;
  return all.flatMap(({ text, from }, i) => {
    const first = next;
    while ((places[next] ?? Infinity) < from + text.length) next += 1;
    if (next === first) return [];
    const { deeds } = look(asked, text);
    const before = all.slice(Math.max(0, i - 2), i);
    const shift = (subject: Subject): Subject => ({ ...subject, from: from + subject.from, to: from + subject.to });
    const happened = () =>
      inSigns(text, before, asked).map((subject) => (subject.isBefore ? subject.one : shift(subject.one)));
    if (deeds.length === 0) return happened();
    const people = named(asked, text);
    if (people.length > 0) {
      const subjects = people.filter((one) => isSubject(text, one, deeds, people));
      return subjects.length > 0 ? subjects.map(shift) : happened();
    }
    const hidden = recognisable(text);
    if (hidden) return [shift(hidden)];
    // A sentence that names nobody goes on about whom the one before named: “张伟，示例镇人。至今拖欠货款。”
    const start = text.slice(0, deeds[0]?.from);
    return /某/.test(start) || turns(start) ? [] : carried(before, asked, start);
  });
}

/** Of whom a sentence, with the two before it, tells something bad by what happened; `isBefore`: named before it. */
function inSigns(text: string, before: readonly Sentence[], asked: Asked): { one: Subject; isBefore: boolean }[] {
  const signs = signsOf(asked, text);
  if (signs.score <= 0) return [];
  const told = signs.score + before.reduce((sum, one) => sum + signsOf(asked, one.text).score, 0);
  if (signs.score < enough && told < plenty) return [];
  const people = named(asked, text);
  if (people.length > 0)
    return people.filter((one) => isTopic(text, one, signs, told)).map((one) => ({ one, isBefore: false }));
  const start = text.slice(0, signs.places[0]?.from);
  return /某/.test(start) ? [] : carried(before, asked, start).map((one) => ({ one, isBefore: true }));
}

function signsOf(asked: Asked, text: string): Signs {
  const known = look(asked, text);
  known.signs ??= findSigns(text);
  return known.signs;
}

/**
 * Whom the last sentence that names anybody begins with, unless that one speaks or serves; or whom it ends with, where this one
 * goes on about him.
 */
function carried(before: readonly Sentence[], asked: Asked, start: string): Subject[] {
  for (const { text, from } of before.toReversed()) {
    const people = named(asked, text);
    const first = people.find(
      (one) => !speaksOrServes(text, one) && !victim.test(text.slice(Math.max(0, one.from - 12), one.from)),
    );
    if (first && !turns(text.slice(first.to))) return [{ ...first, from: from + first.from, to: from + first.to }];
    if (people.length > 0) return [];
  }
  const met = metBefore(before, start);
  return met ? [{ kind: 'person', ...met }] : [];
}

function look(asked: Asked, text: string): Looked {
  const known = asked.sentences.get(text) ?? { deeds: findDeeds(text), signs: null, people: null };
  asked.sentences.set(text, known);
  return known;
}

function named(asked: Asked, text: string): Subject[] {
  const known = look(asked, text);
  known.people ??= candidates(text, known.deeds);
  return known.people;
}

/** Of whom it is told what happened: named before it, or beside much of it, and neither who suffers nor who speaks of it. */
function isTopic(text: string, one: Subject, signs: Signs, told: number): boolean {
  const isNear =
    told >= plenty ||
    (signs.score >= enough &&
      (signs.places.some(({ from }) => from >= one.to) ||
        isSaid(text, one.from) ||
        owned.test(text.slice(Math.max(0, one.from - 16), one.from))));
  return (
    isNear &&
    !suffers.test(text.slice(one.to, one.to + 20)) &&
    !victim.test(text.slice(Math.max(0, one.from - 12), one.from)) &&
    (!speaks.test(text.slice(one.to, one.to + 16)) || excuses.test(text.slice(one.to)))
  );
}

const candidates = (text: string, deeds: readonly Deed[]): Subject[] => {
  const organisations = findOrganisations(text);
  const within = ({ from, to }: NameFound) => organisations.some((one) => one.from <= from && to <= one.to);
  return [
    ...findPersons(text, deeds)
      .filter((one) => !within(one))
      .map(({ name, from, to }): Subject => ({ kind: 'person', name, from, to })),
    ...organisations.map(({ name, from, to }): Subject => ({ kind: 'organisation', name, from, to })),
  ].sort((a, b) => a.from - b.from);
};

const speaksOrServes = (text: string, { from, to }: Subject): boolean =>
  officers.test(text.slice(Math.max(0, from - 6), from)) || speaks.test(text.slice(to, to + 16));

/** An officer who is told to have done it: “局长李明挪用公款”. */
const didIt = (text: string, one: Subject, deeds: readonly Deed[]): boolean =>
  !/^[：:]/u.test(text.slice(one.to)) &&
  !speaks.test(text.slice(one.to, one.to + 16)) &&
  !serves.test(text.slice(one.to, one.to + 16)) &&
  deeds.some(
    ({ from, to }) => from >= one.to && !official.test(text.slice(from, to)) && !turns(text.slice(one.to, from)),
  );

/** Whether what is told on the way from somebody to a deed makes the deed another's: right behind the name, or right before the deed. */
const turns = (between: string): boolean =>
  against.test(between.slice(0, nearName)) || against.test(between.slice(Math.max(0, between.search(/[^，,：]*$/u))));
const nearName = 10;
/** Behind a deed these lead to whose it was: “…泡了香精，出自老马熟食店”. */
const owned =
  /(?:的(?:就|正)?是|(?:就|正|原来|竟)是|者(?:为|是|系)|方(?:为|是|系)|出自|来自|老板(?:是|叫)|店主(?:是|叫)|名叫|(?:人|男子|女子)叫|真名|负责人是)[：:“]?$/u;
/** What is done to whom it names next: “撤销会员谌丽莎的奖项”. */
const punished = /^(?:撤销|取消|开除|除名|辞退|约谈|曝光|吊销|没收|清退|拘留|取缔)/u;
/** Done by an authority to whom stands behind 对 or 给. */
const toWhom = /(?:对|给|向|将|把)(?:[\p{Script=Han}、]{0,12}的)?$/u;
const sanctions =
  /(?:处以|处罚|罚款|罚单|立案|约谈|问责|追责|取缔|查封|公诉|批评|曝光|强制|限制|拘|吊销|没收|列入|纳入|清退|整顿|除名|开除|处分)/u;

/** Who suffers, or has been put off a list again. */
const suffers =
  /^(?:[，（(][^，）)]{0,8}[）)])?(?:老人|大爷|大妈|同学)?(?:差点|险些|的[\p{Script=Han}]{1,4}(?:半夜|前年|去年)?)?(?:被|遭到?|遭遇|受到)(?:人|他人|[\p{Script=Han}]{1,4}(?=骗|偷|打伤|撞))?(?:骗|诈|欺|盗|偷|打|殴|抢|拖欠|欠薪|冒用|冒名|坑|霸凌|虐待|侵害|猥亵|撞|讹|搬空)|^的(?:工钱|工资|货款|押金|血汗钱|医药费)[\p{Script=Han}]{0,3}(?:拖|没|被|欠)/u;

function isSubject(text: string, one: Subject, deeds: readonly Deed[], all: readonly Subject[]): boolean {
  const before = text.slice(Math.max(0, one.from - 16), one.from);
  const isTarget = toWhom.test(before) && sanctions.test(text.slice(one.to, one.to + 40));
  if (suffers.test(text.slice(one.to, one.to + 20))) return false;
  if (speaksOrServes(text, one) && !didIt(text, one, deeds)) return false;
  if (!isTarget && victim.test(before.slice(-12))) return false;
  return deeds.some((deed) => {
    // “失信被执行人张伟”: the deed stands before the name and is its title.
    if (deed.to <= one.from && owned.test(before) && one.from - deed.to <= 40)
      return !against.test(text.slice(deed.to, one.from));
    if (
      deed.to <= one.from &&
      one.from - deed.to <= nearName &&
      punished.test(text.slice(deed.from, deed.to)) &&
      /^[\p{Script=Han}]{0,6}$/u.test(text.slice(deed.to, one.from))
    )
      return true;
    if (deed.to <= one.from)
      return (
        one.from - deed.to <= 12 &&
        !/[。；，]/.test(text.slice(deed.to, one.from)) &&
        /(?:被执行人|人员|人|企业|单位|商家|店主|老板|负责人|：|:|主体|当事人|的|者|公司)$/u.test(
          text.slice(0, one.from),
        )
      );
    if (deed.from < one.to) return true;
    const between = text.slice(one.to, deed.from);
    // Another named one stands nearer to the deed, unless it is a list of names or the court that acts.
    const nearer = all.some(
      (other) =>
        other.from >= one.to &&
        other.to <= deed.from &&
        !speaksOrServes(text, other) &&
        !victim.test(text.slice(Math.max(0, other.from - 12), other.from)) &&
        !/^[、和与及]|^(?:伙同|勾结|联合|联手|指使|雇(?:佣|请)?|教唆|带着)|^[，（(]?(?:法定代表人|实际控制人|经营者|老板|负责人)/u.test(
          text.slice(one.to, other.from),
        ),
    );
    return !nearer && !turns(between) && !/\p{Script=Han}某/u.test(between);
  });
}

/** 张某 with an age, a home or a shop beside it is somebody to the people who live there; sex alone adds nothing. */
function recognisable(text: string): Subject | null {
  const traits = traitsOf(text).filter(({ kind }) => kind !== 'sex');
  const surname = traits.find(({ kind }) => kind === 'surname');
  if (!surname || !isRecognisable(traits) || new Set(traits.map(({ kind }) => kind)).size < 3) return null;
  return { kind: 'person', name: text.slice(surname.from, surname.to), from: surname.from, to: surname.to };
}
