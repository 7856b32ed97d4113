import { glob, readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { publicStrings, publicStringTable } from './public-strings.ts';
import { subjectOf, subjectSlugs, type SubjectSlug } from './subjects.ts';

/** What is read for the public. */
async function readFrom(): Promise<string[]> {
  const found = new Set<string>();
  for await (const file of glob('cms/read/payload/*.ts')) {
    if (file.endsWith('.test.ts')) continue;
    for (const [, slug = ''] of (await readFile(file, 'utf8')).matchAll(/collection: '([a-z-]+)'/g)) found.add(slug);
  }
  return [...found];
}

it('docs/public-strings.md holds exactly this table', async () => {
  expect(await readFile('docs/public-strings.md', 'utf8')).toContain(publicStringTable(publicStrings));
});

it("every collection that the public's reader opens is in the table, and every kind of short text", async () => {
  const named = new Set(publicStrings.map(({ from }) => from));
  const read = await readFrom();
  expect(read).toEqual(expect.arrayContaining(['columns', 'campaigns', 'publications', 'releases']));
  expect([...read, ...subjectSlugs].filter((slug) => !named.has(slug))).toEqual([]);
});

/** The object literal in which a place of the source stands, and what stands before it. */
function around(source: string, at: number): { before: string; object: string } {
  let from = at;
  for (let depth = 1; depth > 0 && from > 0; ) {
    from -= 1;
    depth += source[from] === '}' ? 1 : source[from] === '{' ? -1 : 0;
  }
  let to = at;
  for (let depth = 1; depth > 0 && to < source.length; to += 1)
    depth += source[to] === '{' ? 1 : source[to] === '}' ? -1 : 0;
  return { before: source.slice(0, from), object: source.slice(from, to) };
}

/** How often a source reads words of a subject: reads that select nothing but other fields (when a row changed, where it stands) are none. */
function opensWords(source: string, slug: SubjectSlug): number {
  const fields = subjectOf(slug).fields;
  return [...source.matchAll(new RegExp(`collection: '${slug}'`, 'g'))].filter(({ index }) => {
    const { before, object } = around(source, index);
    if (!/\.(find|findByID|findOne)(<[^>]*>)?\($/.test(before)) return false;
    const [, selected] = /select: \{([^{}]*)\}/.exec(object) ?? [];
    return (
      selected === undefined ||
      /\.\.\./.test(selected) ||
      fields.some((name) => new RegExp(`\\b${name}: true`).test(selected))
    );
  }).length;
}

/** Where what was read passes the door: the doors themselves, and those of withdrawals and corrections, which go through them. */
function doors(source: string, slug: SubjectSlug): number {
  const own = { withdrawals: 'asPrinted', corrections: 'enteredCorrections' } as Partial<Record<SubjectSlug, string>>;
  return [
    ...source.matchAll(
      new RegExp(
        `\\b(?:publicRows|agreedRows|publicSince)\\([^,()]+,\\s*'${slug}'${own[slug] ? `|\\b${own[slug]}\\(\\s*payload,\\s*` : ''}`,
        'g',
      ),
    ),
  ].length;
}

/** Reads that no reader of the site sees, each with its reason. */
const behindTheDesk: Readonly<Record<string, string>> = {
  'cms/schedule/planner-source.ts campaigns': 'of which occasion, and whether confirmed',
  'cms/schedule/planner-source.ts posts': 'when and where something goes out, no words',
  'cms/schedule/notices.ts occasion-notices': 'days count for planning as soon as they are entered (046)',
  'cms/schedule/move-post.ts posts': 'the calendar of the desk',
  'cms/schedule/campaigns.ts campaigns': 'the calendar of the desk',
  'cms/schedule/campaigns.ts posts': 'the calendar of the desk',
  'cms/schedule/within-showing.ts campaigns': 'of which occasion a post is that somebody writes',
  'cms/release/build-snapshot.ts columns':
    'what is signed names its column; every output takes the name as it stands by then',
  'cms/release/record-correction.ts corrections': 'writes them',
};

it('a read is told from one that takes other fields alone', () => {
  const read = (more: string) =>
    `await Promise.all([payload.find({ collection: 'columns', where: { slug: {} }${more} }), payload.find({ collection: 'posts', select: { slug: true } })]);`;
  expect(
    [
      read(''),
      read(', select: { slug: true }'),
      read(', select: { ...fields }'),
      read(', select: { slug: true, name: true }'),
      read(', select: chosen'),
    ].map((source) => opensWords(source, 'columns')),
  ).toEqual([1, 0, 1, 1, 1]);
  expect(opensWords(read(''), 'posts')).toBe(0);
  expect(opensWords("payload.count({ collection: 'posts' })", 'posts')).toBe(0);
  expect(doors("publicRows(payload, 'columns', docs)", 'posts')).toBe(0);
});

it('short texts are read through their one door', async () => {
  const past: string[] = [];
  const seen = new Set<string>();
  for await (const file of glob('cms/{read,store,release,schedule,publication}/**/*.ts')) {
    if (file.endsWith('.test.ts') || file.includes('/testing/')) continue;
    const source = await readFile(file, 'utf8');
    for (const slug of subjectSlugs) {
      const name = `${file} ${slug}`;
      const opens = opensWords(source, slug);
      if (opens > 0) seen.add(name);
      if (opens > doors(source, slug) && !behindTheDesk[name]) past.push(name);
    }
  }
  expect(past).toEqual([]);
  expect(Object.keys(behindTheDesk).filter((name) => !seen.has(name))).toEqual([]);
});
