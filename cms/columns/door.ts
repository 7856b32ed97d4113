import type { z } from 'zod';
import type { Held, Stored } from './stored.ts';
import { trouble } from './trouble.ts';
import { UnfitColumn } from './unfit-column.ts';

/** What was read, and what does not fit in one Chinese sentence; null: all of it fits. */
interface Read<T> {
  value: T;
  problem: string | null;
}

/** The one way into and out of a JSON column: everything else of the product sees `T`, and the rows' types nothing at all. */
export interface Door<Name extends string, T, Rest> {
  /** Of what is kept, as the rows' types have it. */
  readonly name: Name;
  /** Of the schema. Rows say theirs from the second on; one that says none is of the first. */
  readonly version: number;
  /** For what shows or goes on: what can be read. Never throws. */
  read(stored: Held<Name>): Read<T | Rest>;
  /** For what acts on it. @throws UnfitColumn with the sentence */
  need(stored: Held<Name>): T;
  write(value: T): Stored<Name>;
}

/** Any door, for those who go through all of them. */
export interface AnyDoor {
  readonly name: string;
  /** One Chinese sentence; null: what is stored fits. Never throws. */
  problem(stored: unknown): string | null;
}

export interface DoorParts<T, Rest> {
  /** Chinese, as people know the column: “审签记录”. */
  label: string;
  schema: z.ZodType<T>;
  /** The schema has defaults: what it makes is handed on. Else it is what is stored, as it is, keys that only another version knows included. */
  parsed?: true;
  /** What a column that was never written stands for; absent: it must be there. */
  absent?: T;
  /** What can be read of a value that does not fit. */
  rest(value: unknown): Rest;
  /** From each earlier version of the schema to the next, the first one first. Stored rows are not rewritten. */
  earlier?: readonly ((value: unknown) => unknown)[];
}

interface Versioned {
  version: number;
  value: unknown;
}

/** As `write` makes it. A program that knows one version alone must know it too: it may meet rows of the next. */
const isVersioned = (stored: unknown): stored is Versioned =>
  typeof stored === 'object' &&
  stored !== null &&
  Object.keys(stored).length === 2 &&
  'version' in stored &&
  Number.isInteger(stored.version) &&
  Number(stored.version) > 1 &&
  'value' in stored;

/** A sentence is for people: whatever a row holds, it stays one. */
const longest = 200;

/** Makes the door of a column. See `listDoor` and `valueDoor` for the two kinds there are. */
export function createDoor<Name extends string, T, Rest>(
  name: Name,
  { absent, earlier = [], label, parsed, rest, schema }: DoorParts<T, Rest>,
): Door<Name, T, Rest> & AnyDoor {
  const version = earlier.length + 1;

  const look = (stored: unknown): { fits: true; value: T } | { fits: false; value: unknown; why: string } => {
    if (stored === null || stored === undefined)
      return absent === undefined ? { fits: false, value: null, why: '是空的' } : { fits: true, value: absent };
    const { value, version: own } = isVersioned(stored) ? stored : { value: stored, version: 1 };
    if (own > version)
      return { fits: false, value: null, why: `是更新的程序写的（第${own}种写法，这个程序只认得${version}种）` };
    try {
      const now = earlier.slice(own - 1).reduce((before, step) => step(before), value);
      const looked = schema.safeParse(now);
      if (!looked.success) return { fits: false, value: now, why: trouble(looked.error) };
      // Keys survive and fingerprints agree.
      return { fits: true, value: parsed ? looked.data : (now as T) };
    } catch {
      return { fits: false, value, why: '是旧的写法，换不成现在的' };
    }
  };
  const sentence = (why: string) => `${label}读不出来：${why.length > longest ? `${why.slice(0, longest)}……` : why}。`;

  return {
    name,
    version,
    read(stored) {
      const found = look(stored);
      return found.fits
        ? { value: found.value, problem: null }
        : { value: rest(found.value), problem: sentence(found.why) };
    },
    need(stored) {
      const found = look(stored);
      if (!found.fits) throw new UnfitColumn(name, sentence(found.why));
      return found.value;
    },
    problem(stored) {
      const found = look(stored);
      return found.fits ? null : sentence(found.why);
    },
    // The only place that knows what the opaque type stands for.
    write: (value) => (version === 1 ? value : { version, value }) as unknown as Stored<Name>,
  };
}
