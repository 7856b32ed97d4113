import type { Payload } from 'payload';
import type { Publication } from '../payload-types.ts';
import { registerOf } from './register-of.ts';

/** What readers see of a withdrawal of which only the register is left; the register keeps no texts. */
export const withdrawnReason = '这篇报道此前已经撤回。';
export const withdrawnBy = '撤回登记';

interface Row {
  state: Publication['state'];
  showFrom?: string | null;
  release: string | { id: string };
  withdrawnAt?: string | null;
  reason?: string | null;
}

/** A publication as readers may see it: one whose release was taken back is withdrawn, whatever the database has come to say. */
export function asRegistered<T extends Row>(payload: Payload, row: T): T {
  const entry =
    row.state === 'live' || row.state === 'waiting' || row.state === 'over'
      ? registerOf(payload).last('withdrawal', typeof row.release === 'string' ? row.release : row.release.id)
      : null;
  if (!entry) return row;
  // Before its minute nobody knew of it: nobody is told that it went.
  const unseen = row.state === 'waiting' && !(row.showFrom && Date.parse(row.showFrom) <= Date.parse(entry.at));
  return { ...row, state: unseen ? 'dropped' : 'withdrawn', withdrawnAt: entry.at, reason: withdrawnReason };
}
