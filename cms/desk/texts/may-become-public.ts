import type { Person } from '../../access/person.ts';
import type { Role } from '../../access/roles.ts';
import { saidNumber } from '../../checking/save/said-number.ts';
import type { Problems } from './problems-of.ts';
import { withoutSaving } from './without-saving.ts';

/** Who reviews anything may agree to a short text. */
export const agreers: readonly Role[] = ['reviewer1', 'reviewer2', 'signer'];
/** Who alone may agree where the checks see something that they may have read wrongly (docs/decisions/040). */
export const doubtAgreers: readonly Role[] = ['secrecy'];

export interface Agreed {
  status: 200 | 403 | 404 | 409 | 422;
  message: string;
}

const isOne = ({ roles }: Person, some: readonly Role[]): boolean => roles.some((role) => some.includes(role));
/** Whether a person agrees to any public texts at all. */
export const isAgreer = (person: Person): boolean => isOne(person, [...agreers, ...doubtAgreers]);
/** Whether it is this person's turn: a doubt is the secrecy reviewer's, anything else whoever reviews'. */
export const isTurnOf = (person: Person, { doubts }: Pick<Problems, 'doubts'>): boolean =>
  isOne(person, doubts.length > 0 ? doubtAgreers : agreers);
export const notYours = '您的职责不能同意公开文字：请初审、复审或终审人来看。';

/** Characters that a reason has at least. */
const shortest = 4;

/**
 * Why words may not become public as they are, or by this person; null: they may. A block has a way out through a second
 * person, the secrecy reviewer with a reason; a number that is somebody's ID has none.
 */
export function whyNotPublic(
  { barring: [bar], doubts: [doubt] }: Problems,
  person: Person,
  reason: string,
): Agreed | null {
  if (bar) return { status: 422, message: withoutSaving(bar.message) };
  if (!doubt) return isOne(person, agreers) ? null : { status: 403, message: notYours };
  if (!isOne(person, doubtAgreers))
    return { status: 422, message: `${withoutSaving(doubt.message)}确属看错的，请保密审查人写明理由后同意。` };
  const number = saidNumber({ 理由: reason });
  if (number) return { status: 422, message: number };
  return [...reason].length >= shortest
    ? null
    : {
        status: 422,
        message: `没有同意：请写一句理由，为什么是检查看错了，至少${shortest}个字。理由会留在操作记录里。`,
      };
}

/** How it came to be public, for the copy that is kept: the reason stands with it. */
export const howAgreed = ({ doubts }: Problems, reason: string): { note: string; reason: string | null } =>
  doubts.length > 0 ? { note: '保密审查人认定检查看错了，同意', reason } : { note: '第二人同意', reason: null };

/** What the checks said, for whoever compares: what nobody may agree to, and what the secrecy reviewer decides. */
export const saidOf = ({ barring, doubts }: Problems): { barring: string[]; doubts: string[] } => {
  const told = (some: readonly { message: string }[]) => [
    ...new Set(some.map(({ message }) => withoutSaving(message))),
  ];
  return { barring: told(barring), doubts: told(doubts) };
};
