import { lineColumns, type CheckedText } from '../../checks/checked-text.ts';
import { findHits } from '../../checks/check-texts.ts';
import type { Finding } from '../../checks/finding.ts';
import type { CheckOptions } from '../../checks/text-check.ts';
import { textChecks } from '../../checks/text-checks.ts';
import { maskLongNumbers } from '../../checks/personal-data/mask.ts';
import { markOf } from './mark.ts';
import type { MarkedFinding } from './marked-finding.ts';

/** Characters either side that tell one use of a word from another. */
const around = 8;

/** A number is the same number in any sentence. */
const isExact = (rule: string): boolean =>
  textChecks.some(({ exact, group }) => exact === true && group !== null && rule.startsWith(`${group}/`));

/** Every rule on the texts of one document, each finding with its mark; the same finding is told once a place. */
export function findMarked(texts: readonly CheckedText[], options: CheckOptions, secret: string): MarkedFinding[] {
  const found = new Map<string, MarkedFinding>();
  for (const { field, text, kind, at } of texts) {
    const lines = lineColumns(text);
    const place = at ?? ((offset: number) => `${field} ${lines(offset)}`);
    for (const hit of findHits(text, kind, options)) {
      const reach = isExact(hit.rule) ? 0 : around;
      const snippet = text.slice(Math.max(0, hit.from - reach), hit.to + reach);
      const finding = {
        rule: hit.rule,
        level: hit.level,
        at: maskLongNumbers(place(hit.from)),
        text: hit.text,
        mend: hit.mend,
        mark: markOf(hit, snippet, secret),
      };
      found.set(`${finding.rule}\n${finding.at}\n${finding.mark}`, finding);
    }
  }
  return [...found.values()];
}

/** Findings about facts have no words of their own but what they show. */
export const marked = (findings: readonly Finding[], secret: string): MarkedFinding[] =>
  findings.map((finding) => ({ ...finding, mark: markOf(finding, `${finding.at}\n${finding.text}`, secret) }));
