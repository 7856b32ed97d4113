import type { Payload } from 'payload';
import { registerOf } from './register-of.ts';

/** What readers see of a withdrawal of which only the register is left; the register keeps no texts. */
export const withdrawnReason = '这篇报道此前已经撤回。';
export const withdrawnBy = '撤回登记';

interface Row {
  state: 'live' | 'withdrawn';
  release: string | { id: string };
  withdrawnAt?: string | null;
  reason?: string | null;
}

/** A publication as readers may see it: one whose release was taken back is withdrawn, whatever the database has come to say. */
export function asRegistered<T extends Row>(payload: Payload, row: T): T {
  const entry =
    row.state === 'live'
      ? registerOf(payload).last('withdrawal', typeof row.release === 'string' ? row.release : row.release.id)
      : null;
  return entry ? { ...row, state: 'withdrawn', withdrawnAt: entry.at, reason: withdrawnReason } : row;
}
