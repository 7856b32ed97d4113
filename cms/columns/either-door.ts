import type { AnyDoor } from './door.ts';

/** Of a column whose rows hold different things: it fits when one of the doors says so. Readers use the door of theirs. */
export const eitherDoor = <Name extends string>(
  doors: readonly [AnyDoor & { name: Name }, ...(AnyDoor & { name: Name })[]],
): AnyDoor & { name: Name } => ({
  name: doors[0].name,
  problem: (stored) => (doors.some((door) => door.problem(stored) === null) ? null : doors[0].problem(stored)),
});
