import { z } from 'zod';
import { createDoor, type DoorParts } from './door.ts';

interface ListParts<T> extends Pick<DoorParts<T[], T[]>, 'label' | 'earlier' | 'parsed'> {
  /** Of one entry. */
  entry: z.ZodType<T>;
  /** A row that never had any has none; else the column must be there. */
  optional?: boolean;
}

/** The door of a column that holds a list. Of one that does not fit, the entries that do are read. */
export const listDoor = <Name extends string, T>(name: Name, { entry, optional, ...parts }: ListParts<T>) =>
  createDoor<Name, T[], T[]>(name, {
    ...parts,
    schema: z.array(entry),
    ...(optional ? { absent: [] } : {}),
    rest: (value) =>
      (Array.isArray(value) ? value : []).flatMap((one: unknown) => {
        const looked = entry.safeParse(one);
        return looked.success ? [parts.parsed ? looked.data : (one as T)] : [];
      }),
  });
