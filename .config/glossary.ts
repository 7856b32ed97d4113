import { readFileSync } from 'node:fs';

export interface Term {
  code: string;
  /** What people see; several where one line stands for several words. */
  seen: string[];
  /** Chinese words that are not used for it. */
  refused: string[];
}

/** The lines of docs/glossary.md. */
export function readGlossary(): Term[] {
  return readFileSync('docs/glossary.md', 'utf8')
    .split('\n')
    .flatMap((line) => {
      const cells = line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim());
      const [code = '', seen = '', , refused = ''] = cells;
      if (cells.length !== 4 || code === 'in code' || /^-+$/.test(code)) return [];
      const words = (cell: string) =>
        cell
          .split('、')
          .map((word) => word.trim())
          .filter((word) => /^\p{Script=Han}/u.test(word));
      return [{ code, seen: words(seen), refused: words(refused.split(';')[0] ?? '') }];
    });
}

/** A source without its comments: what is left of the Chinese is for people. */
export const withoutComments = (source: string): string =>
  source
    .replace(/(^|[\s{(,])\/\*[\s\S]*?\*\//g, '$1')
    .replace(/(^|\s)\/\/ .*$/gm, '$1')
    .replace(/<!--[\s\S]*?-->/g, '');

/**
 * Where one of the refused words stands, with its surroundings. A word of the glossary that begins inside it and goes on
 * is another word: 签发布稿件.
 */
export function refusedIn(text: string, terms: readonly Term[]): string[] {
  const allowed = [...new Set(terms.flatMap(({ seen }) => seen))];
  return terms
    .flatMap(({ refused }) => refused)
    .flatMap((word) =>
      [...text.matchAll(new RegExp(word, 'g'))]
        .filter(({ index }) => {
          const end = index + word.length;
          return !allowed.some((other) => {
            for (let at = index + 1; at < end; at++)
              if (at + other.length > end && text.startsWith(other, at)) return true;
            return false;
          });
        })
        .map(
          ({ index }) => `${word}：${text.slice(Math.max(0, index - 8), index + word.length + 8).replace(/\s+/g, ' ')}`,
        ),
    );
}
