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
const speaks = /^(?:[（(][^（）()]{0,12}[）)])?[，、]?(?:同志|法官|民警|警官|律师|老师|记者|院长|局长|所长)?(?:在[^，。]{0,10})?(?:介绍(?!的|人|来|费)|表示|指出|提醒|强调|说|告诉|解释|认为|讲解|讲述|宣读|通报了|回应|答复|呼吁|建议|希望|摄|\/文|报道|解读|解答|宣讲|部署|主持|带队|调研|检查|慰问|走访|出席|致辞|讲话|批示|督办|督查|答疑|宣布|要求|做客|授课|主讲|聊|提示|回忆|的(?:课题|讲座|报告|题目))/u;
/** Between somebody and a deed, these make the deed another's: they worked against it or suffered from it. */
const against = /(?<![被遭受])(?:协助|追回|讨回|追讨|讨要|要回|调解|查处|举报|投诉|打击|防范|化解|识破|制止|劝|阻止|拦|核实|审理|执行了|办理|公布|发布|提醒|讲|宣传|揭穿|发现|拒绝|拒收|起诉|控告|状告|报警|维权|调查|受害|被害|损失|垫付|归还|退还|捡到|拾到|监督|检查|抽查|处罚了|责令|判令|判决|裁定|下达|送达|承诺|签订|签署|学习|参加|避免|防止|从不|从未|没有|不曾|绝不|主持|组织|处理|抓获|抓住|查获|侦破|破获|侦办|一[名个批伙]|一起(?=[^，。]{0,8}(?:案|诈骗|纠纷|拖欠|欠薪|骗)))/u;
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
  // A line that ends with a comma goes on in the next.
  const lines = text.replace(/(?<=[，、])\n+/gu, (ends) => ' '.repeat(ends.length));
  for (const { from, text: block } of blocks(lines)) {
    for (const subject of inParagraph(sentences(block, from), asked)) found.set(`${subject.kind} ${subject.name}`, subject);
  }
  return [...found.values()];
}

/** Lines that go on about the same: dates of one story (“3月4日 …”), and what begins with he, she or it. */
const goesOn = /^(?:[0-9]{1,4}[-年.\/:：][0-9]{0,2}|[0-9]{1,2}月|[一二三四五六七八九十]{1,2}月|第[一二三四五六七八九十0-9]{1,3}[天周年月次]|[上下]午|次日|当天|随后|后来)/u;
const heOrShe = /^(?:[\p{Script=Han}]{1,4}[：:])?(?:[一二三四五六七八九十两几]{1,3}年[里来]，)?(?:他|她|该店|该公司|对方|这家|此人)/u;
/** A line of a time line, not a paragraph of a story. */
const longestEntry = 60;

function blocks(text: string): Sentence[] {
  const found: Sentence[] = [];
  for (const { 0: line, index } of text.matchAll(/[^\n]+/g)) {
    const last = found.at(-1);
    const isNext = last && last.from + last.text.length + 2 >= index && last.text.length < longestBlock && (heOrShe.test(line) || (line.length <= longestEntry && goesOn.test(line) && goesOn.test(last.text)));
    if (isNext) last.text = text.slice(last.from, index + line.length);
    else found.push({ text: line, from: index });
  }
  return found;
}

const longestBlock = 2_000;

interface Sentence {
  text: string;
  from: number;
}

/** What was found in a sentence, by its words: the same ones are read in several ways. */
export type Asked = Map<string, { deeds: Deed[]; people: Subject[] | null }>;

function inParagraph(all: readonly Sentence[], asked: Asked): Subject[] {
  return all.flatMap(({ text, from }, i) => {
    const { deeds } = look(asked, text);
    if (deeds.length === 0) return [];
    const shift = (subject: Subject): Subject => ({ ...subject, from: from + subject.from, to: from + subject.to });
    const people = named(asked, text);
    if (people.length > 0) return people.filter((one) => isSubject(text, one, deeds, people)).map(shift);
    const hidden = recognisable(text);
    if (hidden) return [shift(hidden)];
    // A sentence that names nobody goes on about whom the one before named: “张伟，示例镇人。至今拖欠货款。”
    return /某/.test(text.slice(0, deeds[0]?.from)) || turns(text.slice(0, deeds[0]?.from)) ? [] : carried(all.slice(Math.max(0, i - 2), i), asked);
  });
}

/** Whom the last sentence that names anybody begins with, unless that one speaks or serves. */
function carried(before: readonly Sentence[], asked: Asked): Subject[] {
  for (const { text, from } of before.toReversed()) {
    const people = named(asked, text);
    const first = people.find((one) => !speaksOrServes(text, one) && !victim.test(text.slice(Math.max(0, one.from - 12), one.from)));
    if (first && !turns(text.slice(first.to))) return [{ ...first, from: from + first.from, to: from + first.to }];
    if (people.length > 0) return [];
  }
  return [];
}

function look(asked: Asked, text: string): { deeds: Deed[]; people: Subject[] | null } {
  const known = asked.get(text) ?? { deeds: findDeeds(text), people: null };
  asked.set(text, known);
  return known;
}

function named(asked: Asked, text: string): Subject[] {
  const known = look(asked, text);
  known.people ??= candidates(text, known.deeds);
  return known.people;
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
  !speaks.test(text.slice(one.to, one.to + 16)) && deeds.some(({ from, to }) => from >= one.to && !official.test(text.slice(from, to)) && !turns(text.slice(one.to, from)));

/** Whether what is told on the way from somebody to a deed makes the deed another's: right behind the name, or right before the deed. */
const turns = (between: string): boolean => against.test(between.slice(0, nearName)) || against.test(between.slice(Math.max(0, between.search(/[^，,：]*$/u))));
const nearName = 10;
/** Behind a deed these lead to whose it was: “…泡了香精，出自老马熟食店”. */
const owned = /(?:的(?:就|正)?是|(?:就|正|原来|竟)是|者(?:为|是|系)|方(?:为|是|系)|出自|来自|老板(?:是|叫)|店主(?:是|叫)|名叫|真名|负责人是)[：:“]?$/u;
/** Done by an authority to whom stands behind 对 or 给. */
const toWhom = /(?:对|给|向|将|把)(?:[\p{Script=Han}、]{0,12}的)?$/u;
const sanctions = /(?:处以|处罚|罚款|罚单|立案|约谈|问责|追责|取缔|查封|公诉|批评|曝光|强制|限制|拘|吊销|没收|列入|纳入|清退|整顿|除名|开除|处分)/u;

function isSubject(text: string, one: Subject, deeds: readonly Deed[], all: readonly Subject[]): boolean {
  const before = text.slice(Math.max(0, one.from - 16), one.from);
  const isTarget = toWhom.test(before) && sanctions.test(text.slice(one.to, one.to + 40));
  if (speaksOrServes(text, one) && !didIt(text, one, deeds)) return false;
  if (!isTarget && victim.test(before.slice(-12))) return false;
  return deeds.some((deed) => {
    // “失信被执行人张伟”: the deed stands before the name and is its title.
    if (deed.to <= one.from && owned.test(before) && one.from - deed.to <= 40) return !against.test(text.slice(deed.to, one.from));
    if (deed.to <= one.from) return one.from - deed.to <= 12 && !/[。；，]/.test(text.slice(deed.to, one.from)) && /(?:被执行人|人员|人|企业|单位|商家|店主|老板|负责人|：|:|主体|当事人|的|者|公司)$/u.test(text.slice(0, one.from));
    if (deed.from < one.to) return true;
    const between = text.slice(one.to, deed.from);
    // Another named one stands nearer to the deed, unless it is a list of names or the court that acts.
    const nearer = all.some((other) => other.from >= one.to && other.to <= deed.from && !speaksOrServes(text, other) && !victim.test(text.slice(Math.max(0, other.from - 12), other.from)) && !/^[、和与及]|^[，（(]?(?:法定代表人|实际控制人|经营者|老板|负责人)/u.test(text.slice(one.to, other.from)));
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

const longest = 160;

/** A text without full stops is cut by length, so that no sentence grows with the text. */
function sentences(paragraph: string, at: number): Sentence[] {
  return [...paragraph.matchAll(/[^。！？；!?;\n]+/gu)].flatMap(({ 0: whole, index }) => {
    const pieces: Sentence[] = [];
    for (let i = 0; i < whole.length; ) {
      const size = pieceSize(whole, i);
      pieces.push({ text: whole.slice(i, i + size), from: at + index + i });
      i += size;
    }
    return pieces;
  });
}

/** Not in the middle of a word where a mark is near. */
function pieceSize(text: string, from: number): number {
  if (text.length - from <= longest) return text.length - from;
  const mark = /^[\s\S]*[，、：,]/u.exec(text.slice(from + longest - 60, from + longest));
  return mark ? longest - 60 + mark[0].length : longest;
}
