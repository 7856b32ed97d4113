import { includesOrganisation, includesPerson, type Answer, type Tone, type Who } from '../story/answer.ts';

const order: readonly Tone[] = ['neutral', 'praise', 'negative'];

/** The answer that leaves nothing out which either of the two says: more who can be recognised, the worse tone, every mark. */
export function stricter(a: Answer, b: Answer): Answer {
  return {
    who: together(includesPerson(a) || includesPerson(b), includesOrganisation(a) || includesOrganisation(b)),
    tone: order[Math.max(order.indexOf(a.tone), order.indexOf(b.tone))] ?? 'negative',
    minor: a.minor || b.minor,
    sealed: a.sealed || b.sealed,
  };
}

export const together = (person: boolean, organisation: boolean): Who =>
  person ? (organisation ? 'both' : 'person') : organisation ? 'organisation' : 'nobody';
