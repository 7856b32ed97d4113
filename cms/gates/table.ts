import { blames, includesOrganisation, includesPerson, type Answer } from '../story/answer.ts';

/** What an answer can be to a gate; one answer may be several. */
export const situations = {
  personBlamed: '认得出个人，贬',
  organisationBlamed: '认得出单位，贬',
  anonymousBlame: '认不出谁，贬',
  personPraised: '认得出个人，褒',
  organisationPraised: '认得出单位，褒',
  minorBlamed: '有认得出来的未成年人，贬',
  minorShown: '有认得出来的未成年人，不是贬',
  sealedRecord: '认得出谁，又说到治安处罚或封存的记录',
} as const;

export type Situation = keyof typeof situations;

const named: readonly Situation[] = ['personBlamed', 'organisationBlamed'];

/**
 * Which gate asks in which situation: the one table of answer × gate (law.md §1.4). It knows no kind, no column and no
 * field of a text. G05 (repair), G20 on channels, G21 (print) and G25 (no-index) follow `named` of the release, which
 * follows the same answer; G07, G15, G22 and G23 are rules of the checks for every text.
 */
export const table = {
  G01: named,
  G02: named,
  G03: named,
  G04: named,
  G06: named,
  G08: [...named, 'minorBlamed'],
  G09: ['minorShown'],
  G10: [...named, 'sealedRecord'],
  G11: named,
  G14: [...named, 'anonymousBlame'],
  G16: ['personBlamed', 'personPraised'],
  G17: ['personPraised', 'organisationPraised'],
  G18: named,
  G19: [...named, 'minorBlamed', 'sealedRecord'],
  G20: named,
} as const satisfies Record<string, readonly Situation[]>;

export type GateId = keyof typeof table;

export function situationsOf(answer: Answer): Situation[] {
  const { minor, sealed, tone, who } = answer;
  return [
    ...(blames(answer)
      ? [
          ...(includesPerson(answer) ? ['personBlamed' as const] : []),
          ...(includesOrganisation(answer) ? ['organisationBlamed' as const] : []),
        ]
      : []),
    ...(tone === 'negative' && who === 'nobody' ? ['anonymousBlame' as const] : []),
    ...(tone === 'praise' && includesPerson(answer) ? ['personPraised' as const] : []),
    ...(tone === 'praise' && includesOrganisation(answer) ? ['organisationPraised' as const] : []),
    ...(minor ? [tone === 'negative' ? ('minorBlamed' as const) : ('minorShown' as const)] : []),
    ...(sealed && who !== 'nobody' ? ['sealedRecord' as const] : []),
  ];
}

/** The gates that ask, in their order. */
export function gatesFor(answer: Answer): GateId[] {
  const here = new Set(situationsOf(answer));
  return (Object.keys(table) as GateId[]).filter((gate) => table[gate].some((situation) => here.has(situation)));
}
