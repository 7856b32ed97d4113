import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface OwnText {
  /** Path from the repository's root. */
  file: string;
  text: string;
}

const rooms = ['content', 'campaigns', 'cms', 'site', 'scripts', 'docs', '.config'];
const notOurs = /(^|\/)(node_modules|\.next|\.astro|dist|migrations)(\/|$)|payload-types\.ts$|importMap\.js$/;
const readable = /\.(ts|tsx|mjs|astro|css|yaml|md)$/;

/** Every text of the repository that people wrote: sources, data, documents. Not what is generated or installed. */
export function ownTexts(): OwnText[] {
  const files = [
    ...readdirSync('.', { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name),
    ...rooms.flatMap((room) => below(room)),
  ];
  return files.filter((file) => readable.test(file)).map((file) => ({ file, text: readFileSync(file, 'utf8') }));
}

function below(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (notOurs.test(path)) return [];
    if (entry.isDirectory()) return below(path);
    return entry.isFile() ? [path] : [];
  });
}

const comment = /^\s*(\/\/|\/?\*|#|<!--|\{\/\*)|(^|[\s{(])(\/\/|\/\*)\s/;

/** The lines in which something is said to people who read the source: all of a document, the comments of everything else. */
export const isSaid = (file: string, line: string): boolean => file.endsWith('.md') || comment.test(line);
