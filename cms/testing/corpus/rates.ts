import { checkTexts } from '../../checks/check-texts.ts';
import type { CheckOptions } from '../../checks/text-check.ts';
import { readSubjects } from '../../checks/subject/read-subjects.ts';
import { readBlind, type BlindText } from './blind.ts';
import { harmlessTexts } from './harmless.ts';
import { readPlain } from './plain.ts';

/** How many of the texts that hold something were told. */
export interface Recall {
  found: number;
  of: number;
}

export interface Rates {
  /** Blame of somebody who can be recognised: what the question asks (G01, G19, G20). */
  blame: Recall;
  /** Every other kind together: minors, sealed records, the presumption of innocence, numbers, addresses. */
  others: Recall;
  missed: BlindText[];
}

const rules: Readonly<Record<string, RegExp>> = {
  person: /^subject\//,
  organisation: /^subject\//,
  sealed: /^sealed\//,
  minor: /^minor\//,
  consent: /^minor\/consent$/,
  innocence: /^innocence\//,
  id15: /\/citizen-id-15$/,
  plate: /\/plate$/,
  phone: /\/phone$/,
  'bank-card': /\/bank-card$/,
  passport: /\/passport$/,
  'travel-permit': /\/travel-permit$/,
  address: /\/address$/,
};

/** Every rule that tells something of a text, the question among them. */
const toldOf = (text: string, options: CheckOptions): string[] => [
  ...checkTexts([{ field: '正文', text }], options).map(({ rule }) => rule),
  ...readSubjects(text).map(({ kind }) => `subject/${kind}`),
];

/** What is found of the blind corpus, by the half whose texts the rules were made with and the one they were not. */
export function recallRates(half: BlindText['half'], options: CheckOptions): Rates {
  const rates: Rates = { blame: { found: 0, of: 0 }, others: { found: 0, of: 0 }, missed: [] };
  for (const text of readBlind().filter((one) => one.half === half && !one.kinds.includes('none'))) {
    const told = toldOf(text.text, options);
    for (const kind of text.kinds) {
      const rate = kind === 'person' || kind === 'organisation' ? rates.blame : rates.others;
      const isFound = told.some((rule) => rules[kind]?.test(rule));
      rate.of += 1;
      if (isFound) rate.found += 1;
      else rates.missed.push(text);
    }
  }
  return rates;
}

/** False alarms: harmless texts of which something is told, by rule. */
export async function falseAlarms(
  options: CheckOptions,
): Promise<{ of: number; texts: string[]; byRule: Map<string, number> }> {
  const all = [...(await harmlessTexts()), ...readPlain().flatMap(({ isBlame, text }) => (isBlame ? [] : [text]))];
  const byRule = new Map<string, number>();
  const texts = all.filter((text) => {
    const told = new Set(toldOf(text, options));
    for (const rule of told) byRule.set(rule, (byRule.get(rule) ?? 0) + 1);
    return told.size > 0;
  });
  return { of: all.length, texts, byRule };
}
