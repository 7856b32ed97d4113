import { expect, it } from 'vitest';
import { badCitations } from './citations.ts';
import { readFacts } from './facts.ts';
import { ownTexts } from './own-texts.ts';

const facts = readFacts();
const told = (text: string, file = 'cms/sample.ts') =>
  badCitations({ file, text }, facts).map((sentence) => sentence.replace(/^\S+ /, ''));

it('whatever a comment or a document cites is in the repository', () => {
  const texts = ownTexts();
  expect(texts.length).toBeGreaterThan(1000);
  expect(
    texts.filter(({ file }) => !file.startsWith('.config/citations.test')).flatMap((text) => badCitations(text, facts)),
  ).toEqual([]);
});

it('what the code is asked to know is in docs/facts: every gate, every requirement, with its source', () => {
  const ids = (prefix: string, last: number) =>
    Array.from({ length: last }, (_, i) => `${prefix}${String(i + 1).padStart(2, '0')}`);
  expect(ids('G', 30).filter((id) => !facts.files.get('law.md')?.has(id))).toEqual([]);
  expect(ids('R', 62).filter((id) => !facts.files.get('requirements.md')?.has(id))).toEqual([]);
  expect(facts.statutes.get('民法典')).toContain(1028);
});

it.each([
  ['/** Nothing by name (G31). */', 'G31 is neither in law.md nor in requirements.md'],
  ['const a = 1; // asked for by R63', 'R63 is neither in law.md nor in requirements.md'],
  ['// Whoever is named (law G20).', '“law G20”: the number alone'],
  ['// Whoever is named (law.md G20).', '“law.md G20”: the number alone'],
  [' * Kept (domain/law.md).', 'domain/law.md is not there'],
  [' * Kept (findings/cases/one.md).', 'findings/cases/one.md is not there'],
  ['// docs/facts/law.md says so.', 'docs/facts/law.md: without the folder'],
  ['// As wide as law.md §9.9 says.', 'law.md has no §9.9'],
  ['/** The draft (channels.md §1 Drafting). */', 'channels.md §1 has no “Drafting). */”'],
  ['// One process (design §5).', '“design §5” is a section of nothing'],
  [' * Deleted (§17.13).', '“§17.13” is a section of nothing'],
  ['/** 民法典 §9, §1028. */', '民法典 §9 is not in law.md'],
  ['/** 民法典 §1028–1030. */', '民法典 §1030 is not in law.md'],
  ['/** 无名条例 §1. */', '无名条例 §1 is not in law.md'],
  ["throw new Error('docs/decisions/999');", 'there is no decision 999'],
  ['// docs/decisions/012-audit.md', 'there is no decision 012-audit'],
  ['// kept (decision 000)', 'there is no decision 000'],
])('%s leads nowhere', (text, sentence) => {
  expect(told(text)).toContain(sentence);
});

it.each([
  ['见[手册](handbook.md)第99节', 'docs/handbook.md has no section 99'],
  ['见第 99 章', 'docs/operations.md has no section 99'],
  ['![x](screens/none.png)', 'the link screens/none.png leads nowhere'],
])('nor does %s of a document', (text, sentence) => {
  expect(told(text, 'docs/operations.md')).toContain(sentence);
});

it.each([
  '/** 民法典 §1019, §1020; 个人信息保护法 §55–56; law.md §1.3, G06–G08. */',
  ' * One draft (channels.md §1 Mass send), as RFC 5545 §3.1 and ECMA-376 part 1, §17.9 have it; docs/promises.md.',
  "const file = 'domain/law.md';",
  '// (decision 040; docs/decisions/008; docs/decisions/009-mail-cannot-be-looked-up.md)',
])('%s is fine', (text) => {
  expect(told(text)).toEqual([]);
});
