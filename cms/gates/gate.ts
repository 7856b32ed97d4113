import type { CivilDay } from '../../campaigns/calendar/civil-day.ts';
import type { NominationFacts } from '../nominations/facts.ts';
import type { NominationTerms } from '../content/load-nomination-terms.ts';
import type { NominationState } from '../nominations/state.ts';
import type { Answer } from '../story/answer.ts';
import type { Story } from '../payload-types.ts';
import type { GatePolicy } from '../content/load-gate-policy.ts';

/** What the gates look at: a story, the answer to the question, the nomination behind it, the day, and the numbers of `content/`. */
export interface GateSubject {
  story: Story;
  /** The stricter of what form and text say, unless the secrecy reviewer settled it: then the form's. */
  answer: Answer;
  /** It goes to schools: lessons, and columns for pupils (`content/school.yaml`). */
  forSchools: boolean;
  nomination: (NominationFacts & { state: NominationState }) | null;
  /** Civil day, Asia/Shanghai. */
  today: CivilDay;
  policy: GatePolicy;
  terms: NominationTerms;
}

/** One rule of law.md §1.4. Pure: each sentence says what stops the story and how to mend it; none: it may pass. Whether it is asked says `table.ts`. */
export type Gate = (subject: GateSubject) => string[];

export type Proof = NonNullable<NonNullable<Story['disclosure']>['proof']>;
export type Consent = NonNullable<NonNullable<Story['disclosure']>['consent']>;

export const need = (value: unknown, sentence: string): string[] => (value ? [] : [sentence]);

/** A gate that looks at the proofs of somebody named and blamed. */
export const byProof =
  (gate: (proof: Proof, subject: GateSubject) => string[]): Gate =>
  (subject) =>
    gate(subject.story.disclosure?.proof ?? {}, subject);

/** Consent as entered with the story. */
export const consentOf = ({ story }: Pick<GateSubject, 'story'>): Consent => story.disclosure?.consent ?? {};
