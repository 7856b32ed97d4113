/**
 * What a JSON column holds, as the rows' types know it: a name and nothing else, so that nobody reads or writes the
 * column past its door (`door.ts`). The value itself is never of this shape.
 */
export interface Stored<Name extends string> {
  storedAs: Name;
}

/** A row is read from the database, from a form or from a hook: the column may also be missing. */
export type Held<Name extends string> = Stored<Name> | null | undefined;
