import { tellStuck } from './stuck.ts';

/** How an item is named when it is stuck: a key that stays the same, and words for people. */
export type NameOf<T> = (item: T) => readonly [item: string, title: string];

/**
 * Does `work` for every item, one after the other; one that fails is told as stuck and never stops the rest.
 * @returns what the others gave, in their order
 */
export async function each<T, R>(
  items: Iterable<T>,
  nameOf: NameOf<T>,
  work: (item: T) => Promise<R> | R,
): Promise<R[]> {
  const done: R[] = [];
  for (const item of items) {
    try {
      done.push(await work(item));
    } catch (error) {
      tellStuck(...named(nameOf, item), error);
    }
  }
  return done;
}

/** As `each`, for what is computed in one go: the rows that can be read are there, the others are told. */
export function readable<T, R>(items: Iterable<T>, nameOf: NameOf<T>, read: (item: T) => R): R[] {
  const done: R[] = [];
  for (const item of items) {
    try {
      done.push(read(item));
    } catch (error) {
      tellStuck(...named(nameOf, item), error);
    }
  }
  return done;
}

/** True when `work` went through; else it is told as stuck under this name. */
export async function onItsOwn(item: string, title: string, work: () => Promise<unknown>): Promise<boolean> {
  return (
    (
      await each(
        [null],
        () => [item, title],
        async () => {
          await work();
          return true;
        },
      )
    ).length > 0
  );
}

/** A row that is broken may not even have a name. */
function named<T>(nameOf: NameOf<T>, item: T): readonly [string, string] {
  try {
    return nameOf(item);
  } catch {
    return ['?', '认不出来的一条数据'];
  }
}
