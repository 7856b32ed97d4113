import { AsyncLocalStorage } from 'node:async_hooks';
import type { Actor, Origin } from './actor.ts';
import type { AuditRow } from './row.ts';
import type { RowChange } from './row-change.ts';

/** One thing a person does through an endpoint of our own. It may change many rows; together they are one act. */
export interface AuditContext {
  actor: Actor | null;
  origin: Origin;
  /** review:sign, hand:confirm, move … */
  act: string;
  target: string | null;
  rowId: string | null;
  /** The collection's Chinese name, and what the row is called. */
  noun: string | null;
  title: string | null;
  reason: string | null;
  /** Set before the first change: an endpoint that changes nothing leaves no row. */
  intent: Promise<AuditRow> | null;
  changes: RowChange[];
  /** What still runs when the answer is out is the system's own work. */
  over: boolean;
}

// The back office is bundled and the command line is not: both must find the same one.
const place = Symbol.for('chengxin.audit.context');
const shared = globalThis as { [place]?: AsyncLocalStorage<AuditContext> };
const storage = (shared[place] ??= new AsyncLocalStorage<AuditContext>());

export const within = <T>(context: AuditContext, work: () => Promise<T>): Promise<T> => storage.run(context, work);

export function currentContext(): AuditContext | null {
  const context = storage.getStore();
  return context && !context.over ? context : null;
}
