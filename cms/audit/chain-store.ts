import type { DatabaseAdapter } from 'payload';
import { insertRow } from '../database/insert-once.ts';
import type { AuditRow } from './row.ts';
import type { ChainStore } from './trail.ts';

/** The chain in the collection `audit`. @param db an adapter whose `create` is not itself recorded */
export const createChainStore = (db: DatabaseAdapter): ChainStore => ({
  async head() {
    const { docs } = await db.find<AuditRow>({ collection: 'audit', sort: '-seq', limit: 1, pagination: false });
    const row = docs[0];
    return row ? { id: String(row.id), seq: row.seq, hash: row.hash } : null;
  },
  insert: (row) => insertRow(db, 'audit', 'seq', { ...row }),
});
