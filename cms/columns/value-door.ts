import { createDoor, type DoorParts } from './door.ts';

/** The door of a column that holds one value. Of one that does not fit, nothing is read. */
export const valueDoor = <Name extends string, T>(name: Name, parts: Omit<DoorParts<T, null>, 'rest'>) =>
  createDoor<Name, T, null>(name, { ...parts, rest: () => null });
