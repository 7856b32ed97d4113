import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sectionsOf, type Facts } from './facts.ts';
import { isSaid, type OwnText } from './own-texts.ts';

/** What a line cites that is not there, or cites in another form than the one (docs/facts/README.md), as sentences. */
export function badCitations({ file, text }: OwnText, facts: Facts): string[] {
  return text.split('\n').flatMap((line, at) => {
    const where = `${file}:${at + 1}`;
    const told = [...numbers(line, facts), ...decisions(line, facts)];
    if (isSaid(file, line)) told.push(...documents(file, line, facts), ...sections(file, line, facts));
    if (file.endsWith('.md')) told.push(...links(file, line), ...chapters(file, line));
    return told.map((problem) => `${where} ${problem}`);
  });
}

/** Gates and requirements: by their number alone. */
function numbers(line: string, { files }: Facts): string[] {
  const has = (id: string) => files.get(id.startsWith('G') ? 'law.md' : 'requirements.md')?.has(id) ?? false;
  const gone = [...line.matchAll(/(?<![\w.])[GR]\d{2}(?!\w)/g)]
    .filter(([id]) => !has(id))
    .map(([id]) => `${id} is neither in law.md nor in requirements.md`);
  const long = [...line.matchAll(/(?:law|requirements)(?:\.md)? [GR]\d{2}/g)].map(
    ([said]) => `“${said}”: the number alone`,
  );
  return [...gone, ...long];
}

function decisions(line: string, facts: Facts): string[] {
  const cited = [...line.matchAll(/(?:docs\/decisions\/|\bdecision )(\d{3}(?:-[\w-]+)?)/g)].map(
    ([, name = '']) => name,
  );
  const there = (name: string) =>
    facts.decisions.some((known) => known === name || (name.length === 3 && known.startsWith(`${name}-`)));
  return cited.filter((name) => !there(name)).map((name) => `there is no decision ${name}`);
}

/** A document is in docs/facts, or where its path says: from the root, from docs or beside the citing file. */
const placesOf = (file: string, name: string) => [
  `docs/facts/${name}`,
  name,
  `docs/${name}`,
  join(dirname(file), name),
];

function documents(file: string, line: string, { files }: Facts): string[] {
  return [...line.matchAll(/(?<![\w*/<])([\w./-]*\w\.md)\b/g)].flatMap(([, name = '']) => {
    if (!placesOf(file, name).some((path) => existsSync(path))) return [`${name} is not there`];
    const fact = name.replace('docs/facts/', '');
    return name !== fact && files.has(fact) && fact !== 'README.md' ? [`${name}: without the folder`] : [];
  });
}

const section =
  /(\p{Script=Han}[\p{Script=Han}\d]*|[\w./-]+\.md|[\w-]+)?([,、，]? ?(?:and )?)§{1,2}(\d+[a-z]?(?:\.\d+)*)(?:[–-]§?(\d+))?/gu;

/** A section belongs to the word in front of it, or to that of the section before: a statute, a document, a standard. */
function sections(file: string, line: string, facts: Facts): string[] {
  const problems: string[] = [];
  // A row of law.md that begins with a statute speaks of it; whatever else has no name in front, in docs/facts, of its own file.
  const row = file === 'docs/facts/law.md' ? (/^\| (\p{Script=Han}[^| ]*)/u.exec(line)?.[1] ?? null) : null;
  const own = row ?? (file.startsWith('docs/facts/') ? file.replace('docs/facts/', '') : null);
  let owner: string | null = own;
  let end = -1;
  for (const match of line.matchAll(section)) {
    const [whole, word, , from = '', to] = match;
    if (word && word !== 'and') owner = word;
    else if (match.index !== end) owner = own;
    end = match.index + whole.length;
    problems.push(
      ...(owner === null
        ? [`“${whole}” is a section of nothing`]
        : lacking(file, { owner, from, to, after: line.slice(end) }, facts)),
    );
  }
  return problems;
}

interface Cited {
  owner: string;
  from: string;
  to?: string | undefined;
  after: string;
}

function lacking(file: string, { owner, from, to, after }: Cited, { files, statutes }: Facts): string[] {
  if (/^\p{Script=Han}/u.test(owner)) {
    const articles = statutes.get(owner);
    return [from, to ?? from]
      .filter((article) => !articles?.has(Number(article)))
      .map((article) => `${owner} §${article} is not in law.md`);
  }
  if (!owner.endsWith('.md')) return /^[a-z]+$/.test(owner) ? [`“${owner} §${from}” is a section of nothing`] : [];
  const anchors =
    files.get(owner) ??
    placesOf(file, owner)
      .map(sectionsOf)
      .find((found) => found !== null);
  if (!anchors) return [`${owner} is not there`];
  if (!anchors.has(`§${from}`)) return [`${owner} has no §${from}`];
  const below = [...anchors]
    .filter((anchor) => anchor.startsWith(`§${from} `))
    .map((anchor) => anchor.slice(from.length + 2));
  return below.length > 0 && /^ [A-Z“]/.test(after) && !below.some((name) => new RegExp(`^ ${name}\\b`).test(after))
    ? [`${owner} §${from} has no “${after.trim().slice(0, 16)}”`]
    : [];
}

/** Links and pictures of a document. */
const links = (file: string, line: string): string[] =>
  [...line.matchAll(/\]\(([^)\s#:]+)(?:#[^)]*)?\)/g)]
    .map(([, path = '']) => path)
    .filter((path) => !existsSync(join(dirname(file), path)))
    .map((path) => `the link ${path} leads nowhere`);

/** 第5节, 第 16 章: of the document that is linked in front, else of this one. */
function chapters(file: string, line: string): string[] {
  return [...line.matchAll(/(?:\]\(([\w./-]+\.md)\)|([\w./-]+\.md)`?)? ?第 ?(\d+) ?[节章]/g)].flatMap(
    ([, linked, named, number]) => {
      const path = linked ? join(dirname(file), linked) : (named ?? file);
      return sectionsOf(path)?.has(`§${number}`) ? [] : [`${path} has no section ${number}`];
    },
  );
}
