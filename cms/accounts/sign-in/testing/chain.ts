import type { Payload } from 'payload';
import { genesis, hashOf, type AuditRow } from '../../../audit/row.ts';

/** Numbers of rows of the audit trail that do not follow from the one before. */
export async function verifyChain(payload: Payload): Promise<number[]> {
  const { docs } = await payload.db.find<AuditRow>({ collection: 'audit', sort: 'seq', pagination: false, limit: 0 });
  let head = { seq: 0, hash: genesis };
  return docs.flatMap((row) => {
    const follows = row.seq === head.seq + 1 && row.prev === head.hash && row.hash === hashOf(row);
    head = row;
    return follows ? [] : [row.seq];
  });
}
