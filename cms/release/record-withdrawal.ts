import type { Payload, PayloadRequest } from 'payload';
import { v7 as uuidv7 } from 'uuid';
import type { Release } from '../payload-types.ts';
import { registerOf } from '../register/register-of.ts';
import { idOf } from '../database/id-of.ts';
import type { Writer } from '../texts/writers.ts';
import { insertOnce } from '../database/insert-once.ts';
import { writersDoor } from '../texts/writers.ts';

/**
 * Notes that a release was taken back. The first decision counts; a second one changes nothing.
 * @param decision `writer`: whose words the reason is; null when it is a sentence of the product's own. `req`: in whose name it is
 *   written where no endpoint of ours says so; absent: the product's
 */
export async function recordWithdrawal(
  payload: Payload,
  release: Release,
  decision: { reason: string; writer: Writer | null; decidedBy: string; decidedAt: Date; req?: PayloadRequest },
): Promise<void> {
  const register = registerOf(payload);
  const story = idOf(release.story) ?? '';
  // Entered first: a restored backup, or a crash before the row is written, must not bring it back.
  const id = register.last('withdrawal', release.id)?.facts.id ?? uuidv7();
  register.add({ kind: 'withdrawal', key: release.id, at: decision.decidedAt.toISOString(), facts: { id, story } });
  await insertOnce(['key', 'id'], () =>
    payload.create({
      collection: 'withdrawals',
      data: {
        id,
        key: release.id,
        story,
        reason: decision.reason,
        writers: writersDoor.write(decision.writer ? [decision.writer] : []),
        decidedBy: decision.decidedBy,
        decidedAt: decision.decidedAt.toISOString(),
      },
      depth: 0,
      ...(decision.req ? { req: decision.req } : {}),
    }),
  );
}
