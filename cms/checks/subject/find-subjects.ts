import type { NameFound } from '../people/find-names.ts';
import { isRecognisable, traitsOf } from '../people/recognise.ts';
import { findDeeds, mayHoldDeeds, type Deed } from './deeds.ts';
import { findOrganisations } from './find-organisations.ts';
import { findPersons } from './find-persons.ts';

/** Somebody whom a text lets one recognise, and of whom it tells something bad. Offsets are in the text. */
export interface Subject {
  kind: 'person' | 'organisation';
  name: string;
  from: number;
  to: number;
}

const officers = /(?:民警|警官|所长|局长|院长|庭长|处长|科长|主任|书记|市长|县长|区长|镇长|乡长|委员|代表|法官|法官助理|书记员|检察官|律师|记者|通讯员|编辑|队长|政委|教授|专家|研究员|执法人员|工作人员|调解员|网格员|志愿者|讲师|辅导员|柜员|大堂经理|客户经理|摄影|供稿|整理|作者|文图)[：:]?$/u;
const speaks = /^(?:[（(][^（）()]{0,12}[）)])?[，、]?(?:同志|法官|民警|警官|律师|老师|记者|院长|局长|所长)?(?:在[^，。]{0,10})?(?:介绍|表示|指出|提醒|强调|说|告诉|解释|认为|讲解|讲述|宣读|通报了|回应|答复|呼吁|建议|希望|摄|\/文|报道)/u;
/** Between somebody and a deed, these make the deed another's: they worked against it or suffered from it. */
const against = /(?<![被遭受])(?:协助|追回|讨回|追讨|讨要|要回|调解|查处|举报|投诉|打击|防范|化解|识破|制止|劝|阻止|拦|核实|审理|执行了|办理|公布|发布|提醒|讲|宣传|揭穿|发现|拒绝|拒收|起诉|控告|状告|报警|维权|调查|受害|被害|损失|垫付|归还|退还|捡到|拾到|监督|检查|抽查|处罚了|责令|判令|判决|裁定|下达|送达|承诺|签订|签署|学习|参加|避免|防止|从不|从未|没有|不曾|绝不|主持|组织|处理|抓获|抓住|查获|侦破|破获|侦办|一[名个起批伙])/u;
/** Whose name stands right after these is who suffers. */
const victim = /(?:欠|拖欠|欠着|欠下|骗取|骗走|骗了|诈骗|殴打|打伤|冒用|冒充|假冒|坑了|侵占|挪用|偷走|偷了|归还给?|还给|赔偿|支付给?|赔给|交给|借给|退还给?|拖欠了|向|找|跟|(?<!关于)对|帮|替|(?<![图认列名称作因视确])为|给|由|(?<![曾已])经|受害人|被害人|申请执行人|申请人|原告|债权人|举报人|投诉人)(?:了)?(?:\p{Script=Han}{0,4}(?:农民工|工人|员工|老人|村民|居民|顾客|客户|消费者|受害人|同学|邻居|朋友|老板|店主))?$/u;

/**
 * Everybody of whom a text tells something bad so that one knows who is meant. A sentence-level answer: somebody named, and
 * a deed in the same sentence or in one that goes on without naming another; whoever speaks, judges, helps or suffers is
 * not the subject. What holds no deed costs one search. Source: domain/law.md G01, G08, G10, G19, G20.
 * @param asked sentences that were looked at already, when a text is read in several ways
 */
export function findSubjects(text: string, asked: Asked = new Map()): Subject[] {
  if (!mayHoldDeeds(text)) return [];
  const found = new Map<string, Subject>();
  for (const paragraph of text.matchAll(/[^\n]+/g)) {
    if (!mayHoldDeeds(paragraph[0])) continue;
    for (const subject of inParagraph(sentences(paragraph[0], paragraph.index), asked)) found.set(`${subject.kind} ${subject.name}`, subject);
  }
  return [...found.values()];
}

interface Sentence {
  text: string;
  from: number;
}

/** Who is named in a sentence, by its words. */
export type Asked = Map<string, Subject[]>;

function inParagraph(all: readonly Sentence[], asked: Asked): Subject[] {
  return all.flatMap(({ text, from }, i) => {
    const deeds = findDeeds(text);
    if (deeds.length === 0) return [];
    const shift = (subject: Subject): Subject => ({ ...subject, from: from + subject.from, to: from + subject.to });
    const people = once(asked, text, deeds);
    if (people.length > 0) return people.filter((one) => isSubject(text, one, deeds, people)).map(shift);
    const hidden = recognisable(text);
    if (hidden) return [shift(hidden)];
    // A sentence that names nobody goes on about whom the one before named: “张伟，示例镇人。至今拖欠货款。”
    return /某/.test(text.slice(0, deeds[0]?.from)) ? [] : carried(all.slice(Math.max(0, i - 2), i), asked);
  });
}

/** Whom the last sentence that names anybody begins with, unless that one speaks or serves. */
function carried(before: readonly Sentence[], asked: Asked): Subject[] {
  for (const { text, from } of before.toReversed()) {
    const people = once(asked, text, findDeeds(text));
    const first = people.find((one) => !speaksOrServes(text, one) && !victim.test(text.slice(Math.max(0, one.from - 12), one.from)));
    if (first && !against.test(text.slice(first.to))) return [{ ...first, from: from + first.from, to: from + first.to }];
    if (people.length > 0) return [];
  }
  return [];
}

function once(asked: Asked, text: string, deeds: readonly Deed[]): Subject[] {
  const known = asked.get(text) ?? candidates(text, deeds);
  asked.set(text, known);
  return known;
}

const candidates = (text: string, deeds: readonly Deed[]): Subject[] => {
  const organisations = findOrganisations(text);
  const within = ({ from, to }: NameFound) => organisations.some((one) => one.from <= from && to <= one.to);
  return [
    ...findPersons(text, deeds).filter((one) => !within(one)).map(({ name, from, to }): Subject => ({ kind: 'person', name, from, to })),
    ...organisations.map(({ name, from, to }): Subject => ({ kind: 'organisation', name, from, to })),
  ].sort((a, b) => a.from - b.from);
};

const speaksOrServes = (text: string, { from, to }: Subject): boolean => officers.test(text.slice(Math.max(0, from - 6), from)) || speaks.test(text.slice(to, to + 16));

/** What courts and offices do to others. */
const official = /^(?:判处|吊销|责令|罚款|列入|纳入|列为|查处|没收)/u;
/** An officer who is told to have done it: “局长李明挪用公款”. */
const didIt = (text: string, one: Subject, deeds: readonly Deed[]): boolean =>
  !speaks.test(text.slice(one.to, one.to + 16)) && deeds.some(({ from, to }) => from >= one.to && from - one.to <= 4 && !official.test(text.slice(from, to)) && !against.test(text.slice(one.to, from)));

function isSubject(text: string, one: Subject, deeds: readonly Deed[], all: readonly Subject[]): boolean {
  if ((speaksOrServes(text, one) && !didIt(text, one, deeds)) || victim.test(text.slice(Math.max(0, one.from - 12), one.from))) return false;
  return deeds.some((deed) => {
    // “失信被执行人张伟”: the deed stands before the name and is its title.
    if (deed.to <= one.from) return one.from - deed.to <= 12 && !/[。；，]/.test(text.slice(deed.to, one.from)) && /(?:被执行人|人员|人|企业|单位|商家|店主|老板|负责人|：|:|主体|当事人|的|者|公司)$/u.test(text.slice(0, one.from));
    if (deed.from < one.to) return true;
    const between = text.slice(one.to, deed.from);
    // Another named one stands nearer to the deed, unless it is a list of names or the court that acts.
    const nearer = all.some((other) => other.from >= one.to && other.to <= deed.from && !speaksOrServes(text, other) && !victim.test(text.slice(Math.max(0, other.from - 12), other.from)) && !/^[、和与及]|^[，（(]?(?:法定代表人|实际控制人|经营者|老板|负责人)/u.test(text.slice(one.to, other.from)));
    return !nearer && !against.test(between) && !/某/.test(between);
  });
}

/** 张某 with an age, a home or a shop beside it is somebody to the people who live there; sex alone adds nothing. */
function recognisable(text: string): Subject | null {
  const traits = traitsOf(text).filter(({ kind }) => kind !== 'sex');
  const surname = traits.find(({ kind }) => kind === 'surname');
  if (!surname || !isRecognisable(traits) || new Set(traits.map(({ kind }) => kind)).size < 3) return null;
  return { kind: 'person', name: text.slice(surname.from, surname.to), from: surname.from, to: surname.to };
}

const longest = 160;

/** A text without full stops is cut by length, so that no sentence grows with the text. */
function sentences(paragraph: string, at: number): Sentence[] {
  return [...paragraph.matchAll(/[^。！？；!?;]+/gu)].flatMap(({ 0: whole, index }) => {
    const pieces = [];
    for (let i = 0; i < whole.length; i += longest) pieces.push({ text: whole.slice(i, i + longest), from: at + index + i });
    return pieces;
  });
}
