import type { Nomination } from '../payload-types.ts';
import type { Entry } from '../register/entry.ts';
import type { Held } from '../columns/stored.ts';
import { historyDoor } from './history-door.ts';

/** When a nomination last moved, ISO 8601 in UTC; null for one that never has. */
export function movedAt(history: Held<'history'>): string | null {
  const at = historyDoor.need(history).at(-1)?.at;
  return at ? new Date(at).toISOString() : null;
}

/** How a nomination stands, as the register of what has been ended keeps it; null for one that never moved. */
export function nominationEntry({
  closedOn,
  history,
  id,
  state,
}: Pick<Nomination, 'closedOn' | 'history' | 'id' | 'state'>): Entry | null {
  const at = movedAt(history);
  if (at === null) return null;
  return { kind: 'nomination', key: id, at, facts: closedOn ? { state, on: closedOn } : { state: 'open' } };
}
