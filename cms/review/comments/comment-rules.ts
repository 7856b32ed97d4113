import type { Person } from '../../access/person.ts';
import type { Role } from '../../access/roles.ts';

const reviewing: readonly Role[] = ['reviewer1', 'reviewer2', 'signer', 'secrecy'];
const reviews = (person: Person) => person.roles.some((role) => reviewing.includes(role));

/** Why this person may not write such a comment; null when they may. */
export function allowedToComment(person: Person, must: boolean, authors: readonly string[]): string | null {
  if (!reviews(person) && !person.roles.includes('author'))
    return '只有采编和审核人可以批注：请联系管理员核对您的职责。';
  if (must && (!reviews(person) || authors.includes(person.id)))
    return '“必须改”只能由审核人批注，也不能批注在自己的稿件上。';
  return null;
}

/**
 * Why this person may not mark the comment as dealt with; null when they may. The author or the commenter; what must be
 * changed is not for the author to tick off, so there a signer stands in for a commenter who is away.
 */
export function allowedToResolve(
  comment: { by: string; must: boolean },
  person: Person,
  authors: readonly string[],
): string | null {
  if (comment.by === person.id) return null;
  const own = authors.includes(person.id);
  if (comment.must)
    return person.roles.includes('signer') && !own ? null : '“必须改”的批注由批注人或终审人办结：改好后请他们核对。';
  return own ? null : '批注由批注人或这篇稿件的采编办结。';
}
