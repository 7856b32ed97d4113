import type { Person } from '../access/person.ts';
import type { Role } from '../access/roles.ts';
import type { DailyWriter } from './doors.ts';

/** Who plans anything may ask for a push. */
const askers: readonly Role[] = ['author', 'signer', 'admin'];
/** Who reviews anything may be its second person. */
const deciders: readonly Role[] = ['reviewer1', 'reviewer2', 'signer'];

const isOne = ({ roles }: Person, some: readonly Role[]) => roles.some((role) => some.includes(role));

/** Why this person may not ask for or change a push; null: they may. */
export const whyNotAsk = (person: Person): string | null =>
  isOne(person, askers) ? null : '只有采编、终审人和管理员可以提出推送。';

/** Why this person may not take a push off the plan; null: they may. */
export const whyNotCancel = (person: Person): string | null =>
  isOne(person, [...askers, ...deciders]) ? null : '您的职责不能取消推送。';

export const notADecider = '确认推送要由初审、复审或终审人来按。';
export const isDecider = (person: Person): boolean => isOne(person, deciders);

/**
 * Why this person may not be the second person; null: they may. Two people stand for every push, one of them a signer:
 * who asked or changed anything since the last confirmation is none of those who confirm, and what a signer has not asked
 * for last, a signer confirms.
 */
export function whyNotDecide(person: Person, writers: readonly DailyWriter[]): string | null {
  if (!isDecider(person)) return notADecider;
  if (writers.some(({ id }) => id === person.id)) return '这一条是您提出或改过的，要由另一个人确认。';
  if (person.roles.includes('signer') || writers.at(-1)?.signer) return null;
  return '两个人里要有一位终审人：这一条不是终审人提出的，请终审人来确认。';
}
