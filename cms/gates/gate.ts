import type { CivilDay } from '../../campaigns/calendar/civil-day.ts';
import type { NominationFacts } from '../nominations/facts.ts';
import type { NominationTerms } from '../nominations/load-terms.ts';
import type { NominationState } from '../nominations/state.ts';
import type { Story } from '../payload-types.ts';
import type { GatePolicy } from './load-policy.ts';

/** What the gates look at: a story, the nomination behind it, the day, and the numbers of `content/`. */
export interface GateSubject {
  story: Story;
  nomination: (NominationFacts & { state: NominationState }) | null;
  /** Civil day, Asia/Shanghai. */
  today: CivilDay;
  policy: GatePolicy;
  terms: NominationTerms;
}

/** One rule of domain/law.md §1.4. Pure: each sentence says what stops the story and how to mend it; none: it may pass. */
export type Gate = (subject: GateSubject) => string[];

export type Proof = NonNullable<NonNullable<Story['disclosure']>['proof']>;

/** The proofs of a named case; null for everything else. */
export const proofOf = ({ story }: GateSubject): Proof | null =>
  story.kind === 'case' && story.disclosure?.named ? (story.disclosure.proof ?? {}) : null;

export const need = (value: unknown, sentence: string): string[] => (value ? [] : [sentence]);

/** A gate that looks at named cases alone. */
export const forNamed = (gate: (proof: Proof, subject: GateSubject) => string[]): Gate => (subject) => {
  const proof = proofOf(subject);
  return proof ? gate(proof, subject) : [];
};
