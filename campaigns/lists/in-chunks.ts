/** A database takes only so many values in one question. */
export const atOnce = 500;

/** The items in their order, in parts of at most `size`; none of no items. */
export function* inChunks<T>(items: readonly T[], size = atOnce): Generator<T[]> {
  if (!Number.isInteger(size) || size < 1) throw new RangeError(`a part of ${size} items never ends`);
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size);
}

/** Asks for the items part by part, one question after the other, and returns all the answers in that order. */
export async function askInChunks<T, R>(
  items: readonly T[],
  ask: (some: T[]) => Promise<readonly R[]>,
  size = atOnce,
): Promise<R[]> {
  const answers: R[] = [];
  for (const some of inChunks(items, size)) for (const answer of await ask(some)) answers.push(answer);
  return answers;
}
