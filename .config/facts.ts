import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** What can be cited (docs/facts/README.md, “How to cite”). */
export interface Facts {
  /** File → its anchors: sections (`'§' + '1.3'`), those with a name below them, gates, requirements. */
  files: ReadonlyMap<string, ReadonlySet<string>>;
  /** Short name of a Chinese statute → its articles that law.md knows. */
  statutes: ReadonlyMap<string, ReadonlySet<number>>;
  /** File names in docs/decisions, without `.md`. */
  decisions: readonly string[];
}

const folder = 'docs/facts';

export function readFacts(): Facts {
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
  return {
    files: new Map(names.map((name) => [name, anchorsOf(readFileSync(`${folder}/${name}`, 'utf8'))])),
    statutes: statutesOf(readFileSync(`${folder}/law.md`, 'utf8')),
    decisions: readdirSync('docs/decisions').map((name) => name.replace(/\.md$/, '')),
  };
}

/** Sections by number, those below by number and name, and rows that begin with a gate or a requirement. */
function anchorsOf(text: string): Set<string> {
  const anchors = new Set<string>();
  let section = '';
  for (const line of text.split('\n')) {
    const numbered = /^## (\d+[a-z]?(?:\.\d+)*) /.exec(line);
    if (numbered) {
      section = `§${numbered[1]}`;
      anchors.add(section);
      anchors.add(section.replace(/\.\d+$/, ''));
    }
    const named = /^### (.+)$/.exec(line);
    if (named) anchors.add(`${section} ${named[1]}`);
    const row = /^\| ([GR]\d{2}) \|/.exec(line);
    if (row?.[1]) anchors.add(row[1]);
  }
  return anchors;
}

/** A statute is a row that begins with its name, with or without articles, and names articles by `§`. */
function statutesOf(text: string): Map<string, Set<number>> {
  const statutes = new Map<string, Set<number>>();
  for (const [, cell = '', rest = ''] of text.matchAll(/^\| (\p{Script=Han}[^|]*?) \|(.*)$/gmu)) {
    const name = cell.split(' §')[0] ?? cell;
    const articles = statutes.get(name) ?? new Set();
    for (const [, from, to] of `${cell} ${rest}`.matchAll(/§(\d+)(?:–(\d+))?/g)) {
      for (let article = Number(from); article <= Number(to ?? from); article++) articles.add(article);
    }
    if (articles.size > 0) statutes.set(name, articles);
  }
  return statutes;
}

/** Sections of a document outside docs/facts; null when there is no such document. */
export const sectionsOf = (path: string): Set<string> | null =>
  existsSync(path) ? anchorsOf(readFileSync(path, 'utf8')) : null;
