import { createHash, createHmac } from 'node:crypto';

/** How far an act has come. A row is written before the change and one after it, so a crash between hides nothing. */
export const auditPhases = {
  intent: '将做',
  done: '已做',
  failed: '没有做成',
  event: '记事',
} as const;
type AuditPhase = keyof typeof auditPhases;

/** What one row says, without its place in the chain. Empty is null, never an empty text. */
export interface AuditFacts {
  phase: AuditPhase;
  /** One Chinese sentence for people. */
  said: string;
  /** seq of the intent that a `done` or `failed` row ends. */
  intent: number | null;
  actorId: string | null;
  actorName: string;
  /** The roles at that time, joined by commas. */
  actorRoles: string | null;
  ip: string | null;
  agent: string | null;
  api: string | null;
  /** create, update, delete, login, review:sign, export … */
  act: string;
  /** Collection, or `global:` and the name of a setting. */
  target: string | null;
  rowId: string | null;
  title: string | null;
  reason: string | null;
  /** JSON text: `{ field: [before, after] }`, personal data and secrets never in the clear. */
  changes: string | null;
}

/** A row of the collection `audit`. */
export interface AuditRow extends AuditFacts {
  id: string;
  /** 1, 2, 3 … without gaps. */
  seq: number;
  /** ISO with +08:00. */
  at: string;
  /** `hash` of the row before; 64 zeros for the first. */
  prev: string;
  hash: string;
  /** HMAC of the hash with a key that is not in the database: nobody with the database alone can write a row. */
  seal: string;
}

export const genesis = '0'.repeat(64);

/** Everything that the hash covers, in a fixed order. A new column means a new format, and both stay verifiable. */
const covered = [
  'id',
  'seq',
  'at',
  'prev',
  'phase',
  'said',
  'intent',
  'actorId',
  'actorName',
  'actorRoles',
  'ip',
  'agent',
  'api',
  'act',
  'target',
  'rowId',
  'title',
  'reason',
  'changes',
] as const;
const format = 'chengxin-audit-1';

type Covered = Pick<AuditRow, (typeof covered)[number]>;

/** sha256 in hex over the row as a JSON list. */
export const hashOf = (row: Covered): string =>
  createHash('sha256')
    .update(JSON.stringify([format, ...covered.map((name) => row[name] ?? null)]))
    .digest('hex');

export const sealOf = (key: Buffer, hash: string): string =>
  createHmac('sha256', key).update(`${format}\n${hash}`).digest('hex');
