import type { DatabaseAdapter, Payload } from 'payload';
import type { AuditTrail } from './trail.ts';

const place = Symbol.for('chengxin.audit.trail');
type Holder = DatabaseAdapter & { [place]?: AuditTrail };

export const keepTrail = (db: DatabaseAdapter, trail: AuditTrail): void => void ((db as Holder)[place] = trail);

/** The trail of this CMS; undefined for a bare database that some test opened without one. */
export const trailOf = ({ db }: Pick<Payload, 'db'>): AuditTrail | undefined => (db as Holder)[place];
