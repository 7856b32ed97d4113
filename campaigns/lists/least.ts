/** The smallest of any number of numbers; null of none. (As arguments of `Math.min` there is room for about a hundred thousand.) */
export const least = (numbers: Iterable<number>): number | null => {
  let found: number | null = null;
  for (const one of numbers) if (found === null || one < found) found = one;
  return found;
};
