import type { Readings } from '../fold/readings.ts';
import type { Match } from '../personal-data/match.ts';
import { passages } from './passages.ts';
import type { PersonRule } from './person-rule.ts';

/**
 * What the law forbids to say about people (G08–G10, G14), read over soft line ends, after each, and in rows of tables;
 * offsets in the folded text.
 */
export function findUnlawful(
  { folded: { text }, joined, apart, rows }: Readings,
  rules: readonly PersonRule[],
): Match[] {
  const found = new Map<string, Match>();
  const texts = new Set<string>();
  const told = new Map<string, string>();
  for (const { text: read, map } of [joined, apart]) {
    if (texts.has(read)) continue;
    texts.add(read);
    // Most passages are the same in both readings.
    const fresh = passages(read).filter(({ around, text: words }) => told.get(words) !== around);
    for (const { around, text: words } of fresh) told.set(words, around);
    for (const [rule, passage] of fresh.flatMap((p) => rules.map((r) => [r, p] as const))) {
      for (const match of rule(passage)) {
        const from = map[passage.from + match.from] ?? 0;
        const to = (map[passage.from + match.to - 1] ?? from) + 1;
        found.set(`${match.rule} ${from}`, { ...match, from, to });
      }
    }
  }
  return [...found.values(), ...inRows(rows, text, [...found.values()], rules)];
}

/** What only the head of a column or the line above a list tells; the place is that of the words. */
function inRows(rows: string, text: string, told: readonly Match[], rules: readonly PersonRule[]): Match[] {
  const found = passages(rows).flatMap((passage) =>
    rules.flatMap((rule) => rule(passage).map((match) => ({ match, words: passage.text.slice(match.from, match.to) }))),
  );
  return found.flatMap(({ match, words }) => {
    const from = text.indexOf(words);
    return from < 0 || told.some(({ rule }) => rule === match.rule)
      ? []
      : [{ ...match, from, to: from + words.length }];
  });
}
