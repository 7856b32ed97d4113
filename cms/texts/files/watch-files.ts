import type { Payload } from 'payload';
import { contentOf } from '../../content/content.ts';
import { allContentNow } from './content-now.ts';
import { fileCopies } from './file-copies.ts';
import { shownNow } from './shown-now.ts';
import { kindNames, pagesOf } from './kinds.ts';

export interface FileWatch {
  /** Tags of the pages that a written, made or removed file concerns since the last call; the first call answers none. */
  poll(): Promise<string[]>;
}

/**
 * Files have no rows that a change feed could compare: they are looked at themselves. What somebody has written and nobody
 * agreed to concerns no page; what was taken away, and what only machines read, does so at once.
 */
export function watchFiles(payload: Payload): FileWatch {
  let seen: readonly unknown[] = [];
  let shown: ReadonlyMap<string, string> | null = null;
  return {
    async poll() {
      // The same arrays as long as no file was touched: nothing else is computed then.
      const kinds = await allContentNow(contentOf(payload));
      if (shown && kinds.every((entries, i) => entries === seen[i])) return [];
      const before = shown;
      shown = new Map(shownNow(kinds.flat(), await fileCopies(payload)));
      seen = kinds;
      if (!before) return [];
      const touched = [...new Set([...before.keys(), ...shown.keys()])].filter(
        (key) => before.get(key) !== shown?.get(key),
      );
      return [
        ...new Set(
          touched.flatMap((key) =>
            kindNames
              .filter((kind) => key.startsWith(`${kind}/`))
              .flatMap((kind) => pagesOf(kind, key.slice(kind.length + 1))),
          ),
        ),
      ];
    },
  };
}
