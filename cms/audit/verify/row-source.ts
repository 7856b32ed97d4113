import type { RawRow } from './row-problem.ts';

/** Where the rows to be verified come from. Only reads. */
export interface RowSource {
  /** By number, lowest first, in pages: constant memory however many there are. */
  rows(): AsyncIterable<RawRow> | Iterable<RawRow>;
  /** How many rows `rows` does not meet because their number is none. */
  strays(): Promise<number>;
  close(): Promise<void>;
}
