import { expect, it } from 'vitest';
import { roleNames, type Role } from '../access/roles.ts';
import { reviewActNames, type Review, type ReviewAct } from '../story/act.ts';
import type { CaseFile } from '../story/case-file.ts';
import { judge } from './machine.ts';
import { stages, type Stage } from '../story/stage.ts';

const stageNames = Object.keys(stages) as Stage[];

/**
 * The rule book, written out: act, role, who the person is, office → one letter for each stage, in the order
 * draft first second final signed returned. `+` is allowed; every other letter is a sentence of `sentences`. Whatever has
 * no line is refused for want of the role (`R`).
 *
 * who: `other` had no part in the story · `own` wrote it · `first` took its first review · `signed` signed what is live ·
 * `for` stands in for a colleague on leave who had no part · `for-first` for one who took the first review.
 */
const book = `
submit          author     own                                      any  +AAAG+
submit          author     other,first,signed,for,for-first         any  NNNNNN
approve-first   reviewer1  own                                      any  OOOOOO
approve-first   reviewer1  other,first,signed,for,for-first         any  S+SSSS
approve-second  reviewer2  own                                      any  OOOOOO
approve-second  reviewer2  other,signed,for                         any  SS+SSS
approve-second  reviewer2  first,for-first                          three SSTSSS
approve-second  reviewer2  first,for-first                          two  SS+SSS
clear-secrecy   secrecy    own                                      any  OOOOOO
clear-secrecy   secrecy    other,first,signed,for,for-first         any  S++DSS
reassign        reviewer1  own                                      any  OOOOOO
reassign        reviewer2  own                                      any  OOOOOO
reassign        signer     own                                      any  OOOOOO
reassign        reviewer1  other,first,signed,for,for-first         any  S+HHSS
reassign        reviewer2  other,first,signed,for,for-first         any  SH+HSS
reassign        signer     other,first,signed,for,for-first         any  S+++SS
return          reviewer1  own                                      any  OOOOOO
return          reviewer2  own                                      any  OOOOOO
return          signer     own                                      any  OOOOOO
return          secrecy    own                                      any  OOOOOO
return          reviewer1  other,first,signed,for,for-first         any  S+HHSS
return          reviewer2  other,first,signed,for,for-first         any  SH+HSS
return          signer     other,first,signed,for,for-first         any  SHH+SS
return          secrecy    other,first,signed,for,for-first         any  S+++SS
sign            signer     own                                      any  OOOOOO
sign            signer     other,signed,for                         any  SSS+SS
sign            signer     first,for-first                          any  SSSTSS
reschedule      signer     own,other,first,signed,for,for-first     any  WWWWWW
withdraw-sign   signer     own,other,first,for,for-first            any  EEEEME
withdraw-sign   signer     signed                                   any  EEEE+E
correct-urgent  reviewer1  own                                      any  OOOOOO
correct-urgent  reviewer2  own                                      any  OOOOOO
correct-urgent  signer     own                                      any  OOOOOO
correct-urgent  secrecy    own                                      any  OOOOOO
correct-urgent  reviewer1  other,first,signed,for,for-first         any  EEEE+E
correct-urgent  reviewer2  other,first,signed,for,for-first         any  EEEE+E
correct-urgent  signer     other,first,signed,for,for-first         any  EEEE+E
correct-urgent  secrecy    other,first,signed,for,for-first         any  EEEE+E
withdraw        signer     own,other,first,signed,for,for-first     any  ++++++
`;

const sentences: Record<ReviewAct, Record<string, string>> = {
  submit: {
    R: '只有采编可以送审：请联系管理员核对您的职责。',
    N: '不能替别人送审：请由这篇稿件的采编送审。',
    A: '这篇稿件已经送审，正在等待审核，不用再送。',
    G: '这篇稿件已经签发：要修改请先改内容，再重新送审。',
  },
  'approve-first': {
    R: '只有初审人可以做初审：请联系管理员核对您的职责。',
    O: '不能初审自己写或改过的稿件：请另一位初审人审核。',
    S: '这篇稿件不在待初审状态：请刷新页面看看它走到了哪一步。',
  },
  'approve-second': {
    R: '只有复审人可以做复审：请联系管理员核对您的职责。',
    O: '不能复审自己写或改过的稿件：请另一位复审人审核。',
    S: '这篇稿件不在待复审状态：请刷新页面看看它走到了哪一步。',
    T: '同一篇稿件的三次审核必须是三个人：您已经做过这篇的初审，请另一位复审人审核。',
  },
  'clear-secrecy': {
    R: '只有保密审查人可以做保密审查：请联系管理员核对您的职责。',
    O: '不能对自己写或改过的稿件做保密审查：请另一位保密审查人审查。',
    S: '稿件送审以后、签发以前才能做保密审查：请等采编送审。',
    D: '这篇稿件的保密审查已经通过，不用再做。',
  },
  reassign: {
    R: '只有审核人可以转交审核：请联系管理员核对您的职责。',
    O: '不能给自己写或改过的稿件指定审核人：请当前的审核人或终审人转交。',
    S: '这篇稿件不在审核中，没有可以转交的审核：请刷新页面看看它走到了哪一步。',
    H: '稿件现在不在您这一审：请由当前的审核人或终审人转交。',
  },
  return: {
    R: '只有审核人可以退回稿件：请联系管理员核对您的职责。',
    O: '不能退回自己写或改过的稿件：要修改直接改内容，稿件会回到草稿。',
    S: '这篇稿件不在审核中，不能退回：请刷新页面看看它走到了哪一步。',
    H: '稿件现在不在您这一审：请由当前的审核人退回。',
  },
  sign: {
    R: '只有终审人可以签发：请联系管理员核对您的职责。',
    O: '不能签发自己写的稿件：请另一位终审人签发。',
    S: '这篇稿件不在待终审状态：请刷新页面看看它走到了哪一步。',
    T: '同一篇稿件的三次审核必须是三个人：您已经审过这篇，请另一位终审人签发。',
  },
  reschedule: {
    R: '只有终审人可以改上线时间：请联系终审人。',
    W: '这篇稿件没有在等定时上线：已经上线的要下线请用“撤回”，还没有签发的在签发时选时间。',
  },
  'withdraw-sign': {
    R: '只有终审人可以撤销签发：请联系终审人。',
    E: '这篇稿件签发后又改过：要下线请用“撤回”。',
    M: '只能撤销自己的签发：别人签发的请用“撤回”，或请签发人自己撤销。',
  },
  'correct-urgent': {
    R: '只有审核人可以紧急更正：请联系终审人。',
    O: '不能紧急更正自己写或改过的稿件：请另外两位审核人更正。',
    E: '这篇稿件签发后又改过，不能紧急更正：请把改好的稿件送审，或先撤回。',
  },
  withdraw: { R: '只有终审人可以撤回已上线的稿件：请联系终审人。' },
};

const whos = ['other', 'own', 'first', 'signed', 'for', 'for-first'] as const;
type Who = (typeof whos)[number];
const offices = ['three', 'two'] as const;
type Office = (typeof offices)[number];

const written = new Map<string, string>();
for (const line of book.trim().split('\n')) {
  const [act = '', role = '', who = '', office = '', letters = ''] = line.split(/\s+/);
  for (const one of who.split(','))
    for (const o of office === 'any' ? offices : [office]) written.set(`${act} ${role} ${one} ${o}`, letters);
}

const review = (act: ReviewAct, by: string): Review => ({
  act,
  by,
  byName: by,
  round: 1,
  at: '2026-06-01T09:00:00+08:00',
  contentHash: 'h',
  note: null,
});
const ids: Record<Who, string> = {
  other: 'me',
  own: 'author',
  first: 'r1',
  signed: 'old-signer',
  for: 'me',
  'for-first': 'me',
};

/** Written by `author`, first review by `r1`; live since an hour by `old-signer`; whoever is named is on leave, and `me` stands in. */
function fileAt(stage: Stage, who: Who, office: Office): CaseFile {
  const reviews = [review('submit', 'author')];
  if (stage === 'second' || stage === 'final') reviews.push(review('approve-first', 'r1'));
  if (stage === 'final') reviews.push(review('approve-second', 'r2'), review('clear-secrecy', 'sec'));
  const absent = who === 'for' ? 'free' : who === 'for-first' ? 'r1' : null;
  return {
    stage,
    round: 1,
    contentHash: 'h',
    createdBy: 'author',
    editors: [],
    reviews,
    live: true,
    missing: [],
    openComments: 0,
    openMust: 0,
    smallOffice: office === 'two',
    assignee: absent && { id: absent, name: absent, delegates: ['me'] },
    signed: { signers: ['old-signer'], writers: ['author', 'editor'], hoursOld: 1, goneOut: false },
    terms: { urgentHours: 72, unsignHours: 2 },
  };
}

const colleague = { id: 'colleague', name: '同事', roles: ['reviewer1', 'reviewer2', 'signer'] as Role[] };
const cases = reviewActNames.flatMap((act) =>
  roleNames.flatMap((role) => whos.flatMap((who) => offices.map((office) => ({ act, role, who, office })))),
);

it.each(cases)('$act · $role · $who · $office', ({ act, office, role, who }) => {
  const letters = [...(written.get(`${act} ${role} ${who} ${office}`) ?? 'RRRRRR')];
  stageNames.forEach((stage, i) => {
    const verdict = judge(act, fileAt(stage, who, office), { id: ids[who], name: '某人', roles: [role] }, '理由', {
      to: colleague,
      passage: { wrong: '两', right: '三' },
    });
    expect({ stage, said: verdict.ok ? '+' : verdict.message }).toEqual({
      stage,
      said: letters[i] === '+' ? '+' : sentences[act][letters[i] ?? ''],
    });
  });
});

it('every line of the book is about something that exists', () => {
  const known = new Set(cases.map(({ act, office, role, who }) => `${act} ${role} ${who} ${office}`));
  expect([...written.keys()].filter((key) => !known.has(key))).toEqual([]);
  expect([...written.values()].every((letters) => letters.length === stageNames.length)).toBe(true);
});
