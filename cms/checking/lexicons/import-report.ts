import { fingerprint } from '../../words/canonical.ts';
import type { LexiconEntry } from '../../checks/lexicon/lexicon.ts';

/** What an import would change. */
export interface ImportReport {
  total: number;
  added: string[];
  /** Same expression, something else about it: judgements made of it will be asked for again. */
  changed: string[];
  removed: string[];
}

/** A spreadsheet has no column for `quotable`: what was known of an expression stays. */
export function keepQuotable(before: readonly LexiconEntry[], now: readonly LexiconEntry[]): LexiconEntry[] {
  const quotable = new Set(before.filter((entry) => entry.quotable).map(({ wrong }) => wrong));
  return now.map((entry) => (quotable.has(entry.wrong) ? { ...entry, quotable: true } : entry));
}

export function importReport(before: readonly LexiconEntry[], now: readonly LexiconEntry[]): ImportReport {
  const old = new Map(before.map((entry) => [entry.wrong, fingerprint(entry)]));
  const left = new Set(now.map(({ wrong }) => wrong));
  return {
    total: now.length,
    added: now.filter(({ wrong }) => !old.has(wrong)).map(({ wrong }) => wrong),
    changed: now
      .filter((entry) => old.has(entry.wrong) && old.get(entry.wrong) !== fingerprint(entry))
      .map(({ wrong }) => wrong),
    removed: before.filter(({ wrong }) => !left.has(wrong)).map(({ wrong }) => wrong),
  };
}

/** 共120条：新增3条、改动1条、删去2条。 */
export const reportSentence = ({ added, changed, removed, total }: ImportReport): string =>
  `共${total}条：新增${added.length}条、改动${changed.length}条、删去${removed.length}条。`;
