import { openContent, type Content, type ContentPlace } from '../content/content.ts';
import { keyOfFile, readAllKinds, readKind, type FileEntry } from '../texts/files/entries.ts';
import { nameOfWords, wordsOf } from '../texts/files/file-words.ts';
import { listFiles, stem } from '../content/list-files.ts';
import { rowName } from './seed/is-shipped.ts';

/** The names of the public wordings of `content/` as it stands, by `<kind>/<name>`: of every city, not only this one. */
export async function wordingsOf(place: ContentPlace): Promise<Record<string, string>> {
  const cities = (await listFiles(place.root, 'content/region', '.yaml')).map(stem);
  const regions = (await Promise.all(cities.map((city) => readKind('region', openContent({ ...place, city }))))).flat();
  const entries: FileEntry[] = [
    ...regions,
    ...(await readAllKinds(openContent(place))).filter(({ kind }) => kind !== 'region'),
  ];
  return Object.fromEntries(
    entries
      .map((entry) => [keyOfFile(entry), nameOfWords(wordsOf(entry.kind, entry.data))] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** The names of the files that rows are made of, whole, by `<kind>/<name>`. */
export async function rowsOfContent(content: Content): Promise<Record<string, string>> {
  const [columns, stories, materials, campaigns] = await Promise.all([
    content.columns(),
    content.stories(),
    content.materials(),
    content.campaigns(),
  ]);
  const named = [
    ...columns.map((data) => [`columns/${data.slug}`, data] as const),
    ...stories.map((data) => [`stories/${data.slug}`, data] as const),
    ...materials.map((data) => [`materials/${data.slug}`, data] as const),
    ...campaigns.map((data) => [`campaigns/${data.year}/${data.slug}`, data] as const),
  ];
  return Object.fromEntries(
    named.map(([key, data]) => [key, rowName(data)] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** The source of `shipped-words.ts`. */
export function sourceOf(wordings: Readonly<Record<string, string>>, rows: Readonly<Record<string, string>>): string {
  const linesOf = (names: Readonly<Record<string, string>>) =>
    Object.entries(names).map(([key, name]) => `  '${key}': '${name}',`);
  return [
    '// Made by `npm run generate` from the files of content/; shipped.test.ts compares it. Do not edit.',
    '/** The public wording of each file of `content/` that this version of the product brings, by its name. */',
    'export const shippedWords: Readonly<Record<string, string>> = {',
    ...linesOf(wordings),
    '};',
    '',
    '/** Each file that rows are made of (columns, stories, lessons, campaigns), whole. */',
    'export const shippedRows: Readonly<Record<string, string>> = {',
    ...linesOf(rows),
    '};',
    '',
  ].join('\n');
}
