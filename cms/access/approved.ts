import { campaignWords } from '../words/campaign-words.ts';
import type { CollectionSlug, Payload } from 'payload';
import type { Person } from './person.ts';
import { roles } from './roles.ts';
import { approvals, type Approval, type Guarded } from './table.ts';

const idOf = (value: unknown): string | null =>
  typeof value === 'string'
    ? value
    : typeof value === 'object' && value !== null && 'id' in value
      ? String(value.id)
      : null;

/** Whether somebody may change what is approved as if nobody had. */
export const mayChangeApproved = (collection: Guarded, person: Pick<Person, 'roles'>): boolean => {
  const approval = approvals[collection];
  return !approval || person.roles.includes(approval.by);
};

async function approvedTitle(payload: Payload, approval: Approval, id: string | null): Promise<string | null> {
  if (id === null) return null;
  // By the database itself: this is asked from inside hooks, before and after rows change.
  const row = await payload.db.findOne<Record<string, unknown> & { id: string }>({
    collection: approval.in as CollectionSlug,
    where: { id: { equals: id } },
  });
  return row && row[approval.field] === approval.is ? String(row.title ?? '') : null;
}

/**
 * One sentence when an approval covers this row, or the row that it is to hang on, and the person is not who gives it; null
 * when they may change it. Every door asks: forms, REST, and endpoints that write past the access rules.
 * @param id the row as it stands; null for one to be made
 * @param to what it is to become, as far as it says on what it hangs
 */
export async function approvalRefusal(
  payload: Payload,
  person: Pick<Person, 'roles'>,
  collection: Guarded,
  id: string | null,
  to: Record<string, unknown> = {},
): Promise<string | null> {
  const approval = approvals[collection];
  if (!approval || mayChangeApproved(collection, person)) return null;
  const through = approval.through;
  const standing =
    through && id !== null
      ? await payload.db.findOne<Record<string, unknown> & { id: string }>({
          collection: collection as CollectionSlug,
          where: { id: { equals: id } },
        })
      : null;
  const parents = through ? [idOf(standing?.[through]), idOf(to[through])] : [id];
  for (const parent of parents) {
    const title = await approvedTitle(payload, approval, parent);
    if (title !== null)
      return `活动“${title}”已经由${roles[approval.by]}人确认，${through ? '排期' : '方案'}要由${roles[approval.by]}人来改：请告诉他怎样改，或者请他先把活动改回“${campaignWords.draft}”。您写的没有保存。`;
  }
  return null;
}
