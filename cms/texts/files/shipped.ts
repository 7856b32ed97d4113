import { keyOfFile, readAllKinds, readKind, type ContentPlace, type FileEntry } from './entries.ts';
import { nameOfWords, wordsOf } from './file-words.ts';
import { listFiles, stem } from '../../starter/list-files.ts';

/** The names of the public wordings of `content/` as it stands, by `<kind>/<name>`: of every city, not only this one. */
export async function wordingsOf(place: ContentPlace): Promise<Record<string, string>> {
  const cities = (await listFiles(place.root, 'content/region', '.yaml')).map(stem);
  const regions = (await Promise.all(cities.map((city) => readKind('region', { ...place, city })))).flat();
  const entries: FileEntry[] = [...regions, ...(await readAllKinds(place)).filter(({ kind }) => kind !== 'region')];
  return Object.fromEntries(entries.map((entry) => [keyOfFile(entry), nameOfWords(wordsOf(entry.kind, entry.data))] as const).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The source of `shipped-words.ts`. */
export function sourceOf(wordings: Readonly<Record<string, string>>): string {
  const lines = Object.entries(wordings).map(([key, name]) => `  '${key}': '${name}',`);
  return [
    '// Made by `npm run generate` from the files of content/; shipped.test.ts compares it. Do not edit.',
    '/** The public wording of each file of `content/` that this version of the product brings, by its name. */',
    'export const shippedWords: Readonly<Record<string, string>> = {', ...lines, '};', '',
  ].join('\n');
}
