import { z } from 'zod';

/**
 * The question that every piece of public content answers: 能认出具体的人或单位吗，对它是褒是贬. The form answers it, the checks
 * answer it from the text, and the gates follow the answer, whatever kind, column, lesson, campaign or award the text
 * stands in (G01–G22, G25). This file is the only place that knows what may be answered.
 */
export const whoLabels = {
  nobody: '认不出任何人和单位',
  person: '认得出个人',
  organisation: '认得出单位',
  both: '个人和单位都认得出',
} as const;

export const toneLabels = {
  neutral: '不褒不贬：只讲事、讲知识',
  praise: '褒：表扬、宣传',
  negative: '贬：批评、警示、曝光',
} as const;

export type Who = keyof typeof whoLabels;
export type Tone = keyof typeof toneLabels;

const names = <T extends string>(labels: Record<T, string>) => Object.keys(labels) as [T, ...T[]];

export const answerSchema = z.strictObject({
  who: z.enum(names(whoLabels), { error: `要写 ${names(whoLabels).join('、')} 之一` }),
  tone: z.enum(names(toneLabels), { error: `要写 ${names(toneLabels).join('、')} 之一` }),
  /** Somebody under 18 can be recognised. */
  minor: z.boolean().default(false),
  /** It speaks of a public-security penalty or of a sealed criminal record. */
  sealed: z.boolean().default(false),
});

export type Answer = z.output<typeof answerSchema>;

export const nothing: Answer = { who: 'nobody', tone: 'neutral', minor: false, sealed: false };

/** What a form holds as an answer; null while one of the two questions is open. What else stands there is left out. */
export function readAnswer(value: unknown): Answer | null {
  if (typeof value !== 'object' || value === null) return null;
  const { minor, sealed, tone, who } = value as Record<string, unknown>;
  const read = answerSchema.safeParse({ who, tone, minor: minor === true, sealed: sealed === true });
  return read.success ? read.data : null;
}

export const includesPerson = ({ who }: Pick<Answer, 'who'>): boolean => who === 'person' || who === 'both';
export const includesOrganisation = ({ who }: Pick<Answer, 'who'>): boolean => who === 'organisation' || who === 'both';
/** Somebody who can be recognised is told something bad. */
export const blames = ({ tone, who }: Pick<Answer, 'who' | 'tone'>): boolean => tone === 'negative' && who !== 'nobody';

/** The answer as a person reads it: 认得出个人；贬：批评、警示、曝光；有未成年人. */
export const tell = ({ minor, sealed, tone, who }: Answer): string =>
  [
    whoLabels[who],
    toneLabels[tone].split('：')[0],
    ...(minor ? ['有未成年人'] : []),
    ...(sealed ? ['有治安处罚或封存的记录'] : []),
  ].join('；');
