import type { CollectionSlug, Payload, Where } from 'payload';
import type { Clock } from '../../../campaigns/ports/clock.ts';

/** A row as a source reads it: its id, and the fields that were asked for. */
export interface SourceRow {
  id: string;
  [field: string]: unknown;
}

/** Rows of one collection by which the minute learns that something may have moved. */
export interface Source {
  collection: CollectionSlug;
  /** The indexed instant that a row gets when it moves. */
  stamp: 'createdAt' | 'updatedAt' | 'startedAt';
  /** By whose clock rows are stamped; by default the machine's, as the framework stamps its own. */
  clock?: Clock;
  /** Only these rows. */
  where?: Where;
  /** What `items` needs. */
  select: Readonly<Record<string, true>>;
  /** What is to be looked at because of these rows, e.g. ids of their stories; null among them is left out. */
  items(rows: SourceRow[], payload: Payload): Promise<readonly (string | null)[]> | readonly (string | null)[];
  /** So many of its rows are gone through each minute, over and over: what no instant tells of is found by that. Absent: none. */
  rounds?: number;
}

export interface Followed {
  /** Under which it is kept how far this is. */
  name: string;
  /** In the order of haste: what the first ones tell of is settled first. */
  sources: readonly Source[];
  /**
   * Settles these. What gets stuck is told with `tellStuck` and stays open by itself.
   * @returns those of them that must be looked at again at the next minute all the same
   */
  settle(items: string[]): Promise<readonly string[]>;
}
