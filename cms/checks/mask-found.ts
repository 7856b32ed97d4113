import { findHits } from './check-texts.ts';
import type { CheckOptions } from './text-check.ts';
import { maskId } from './personal-data/mask.ts';

/** A path in which a number was found names the file without the number. */
export function maskFound(path: string, options: CheckOptions): string {
  const hits = findHits(path, 'machine', options).sort((a, b) => b.from - a.from);
  return hits.reduce(
    (masked, { from, to }) => masked.slice(0, from) + maskId(masked.slice(from, to)) + masked.slice(to),
    path,
  );
}
