import type { z } from 'zod';
import type { portraitSchema } from './portrait-schema.ts';

/** What a picture answers to: 图里认得出真人吗. Whoever knows the person would know them again; drawn and composed likenesses count (民法典 §1018). */
export const showsLabels = {
  nobody: '没有人，或者认不出是谁',
  adult: '有认得出来的成年人',
  minor: '有认得出来的未成年人',
} as const;

/** On what ground somebody's likeness is used (民法典 §1019, §1020; 个人信息保护法 §31). */
export const groundLabels = {
  self: '本人同意',
  guardian: '监护人同意',
  law: '法律规定不用同意（民法典第一千零二十条）',
} as const;

export type Shows = keyof typeof showsLabels;
export type Ground = keyof typeof groundLabels;

export type Portrait = z.infer<typeof portraitSchema>;

/** What the desk's row of a picture says. */
export const portraitOf = ({
  portraitGround,
  portraitPaper,
  shows,
}: {
  shows?: Shows | null;
  portraitGround?: Ground | null;
  portraitPaper?: string | null;
}): Portrait => ({
  shows: shows ?? null,
  ground: portraitPaper?.trim() ? (portraitGround ?? null) : null,
});
