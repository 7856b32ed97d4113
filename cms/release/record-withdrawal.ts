import type { Payload } from 'payload';
import type { Release } from '../payload-types.ts';
import { idOf } from './id-of.ts';
import { insertOnce } from './taken.ts';

/** Notes that a release was taken back. The first decision counts; a second one changes nothing. */
export async function recordWithdrawal(
  payload: Payload,
  release: Release,
  decision: { reason: string; decidedBy: string; decidedAt: Date },
): Promise<void> {
  await insertOnce(['key'], () =>
    payload.create({
      collection: 'withdrawals',
      data: { key: release.id, story: idOf(release.story) ?? '', reason: decision.reason, decidedBy: decision.decidedBy, decidedAt: decision.decidedAt.toISOString() } as never,
      depth: 0,
    }),
  );
}
