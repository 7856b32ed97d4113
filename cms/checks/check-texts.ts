import { lineColumns, type CheckedText } from './checked-text.ts';
import type { Finding, Hit } from './finding.ts';
import { asides } from './fold/asides.ts';
import { sourceEnd } from './fold/fold.ts';
import { readings } from './fold/readings.ts';
import { findUnlawful } from './law/find-unlawful.ts';
import { maskLongNumbers } from './personal-data/mask.ts';
import type { CheckOptions } from './text-check.ts';
import { textChecks } from './text-checks.ts';

/**
 * Every rule on one text, and on what it hides: comments, attributes, encoded addresses. Pure; offsets are in `text`.
 * Source of the rules: law.md §1.3, G06–G10, G14, G15, G23.
 */
export function findHits(text: string, kind: CheckedText['kind'], options: CheckOptions): Hit[] {
  const hidden = asides(text).flatMap((aside) =>
    readHits(aside.text, kind === 'machine' ? kind : aside.kind, options, false).map((hit) => ({
      ...hit,
      from: aside.from,
      to: aside.to,
    })),
  );
  return [...readHits(text, kind, options, true), ...hidden].sort((a, b) => a.from - b.from);
}

function readHits(text: string, kind: CheckedText['kind'], options: CheckOptions, markup: boolean): Hit[] {
  const reading = readings(text, markup);
  const { folded } = reading;
  const passages = kind === 'machine' ? [] : textChecks.flatMap((check) => ('passage' in check ? [check.passage] : []));
  const matches = [
    ...textChecks.flatMap((check) =>
      'find' in check && (kind !== 'machine' || check.machine)
        ? check.find(reading, options, markup ? text : null)
        : [],
    ),
    ...(passages.length > 0 ? findUnlawful(reading, passages) : []),
  ];
  return matches.map((match) => ({
    ...match,
    from: folded.map[match.from] ?? 0,
    to: sourceEnd(folded, text, match.to),
  }));
}

/** Every rule on the texts of one document, in their order; the same finding is told once a place. */
export function checkTexts(texts: readonly CheckedText[], options: CheckOptions = {}): Finding[] {
  const found = new Map<string, Finding>();
  for (const { field, text, kind, at } of texts) {
    const lines = lineColumns(text);
    const place = at ?? ((offset: number) => `${field} ${lines(offset)}`);
    for (const { rule, level, from, text: shown, mend } of findHits(text, kind, options)) {
      const finding: Finding = { rule, level, at: maskLongNumbers(place(from)), text: shown, mend };
      found.set(`${rule}\n${finding.at}\n${shown}`, finding);
    }
  }
  return [...found.values()];
}
