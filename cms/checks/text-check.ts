import type { Readings } from './fold/readings.ts';
import type { PersonRule } from './law/person-rule.ts';
import type { LexiconIndex } from './lexicon/index-lexicons.ts';
import type { PersonalDataOptions } from './personal-data/find-personal-data.ts';
import type { Match } from './personal-data/match.ts';

export interface CheckOptions extends PersonalDataOptions {
  /** Made once by `indexLexicons`; without it, word lists are not searched. */
  lexicons?: LexiconIndex;
}

interface About {
  /** With what the rules of its findings begin: `sealed` of `sealed/public-security`; null: with the name of each word list. */
  group: string | null;
  /** Who alone may say that a blocking finding was read wrongly; absent: whoever judges findings. */
  judge?: 'secrecy';
  /** What it finds is the same in every sentence: a number. Else the words around belong to it. */
  exact?: true;
}

/** A check that looks through a whole text; offsets in the folded text. */
interface WholeCheck extends About {
  /** Also reads addresses, scripts and metadata. */
  machine?: true;
  /** `source`: what was folded, when its tags are markup. */
  find: (reading: Readings, options: CheckOptions, source: string | null) => Match[];
}

/** A check of what may be said of people, read passage by passage in every reading (`law/find-unlawful.ts`). */
interface PassageCheck extends About {
  passage: PersonRule;
}

/** One check of texts: a file that holds it, and its line in `text-checks.ts`. */
export type TextCheck = WholeCheck | PassageCheck;
