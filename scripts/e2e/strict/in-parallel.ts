/** The results of `act` for 1 … `count`, `width` at a time. */
export async function inParallel<T>(count: number, width: number, act: (n: number) => Promise<T[]>): Promise<T[]> {
  const results: T[] = [];
  let next = 1;
  const lane = async () => {
    while (next <= count) {
      const n = next;
      next += 1;
      results.push(...(await act(n)));
    }
  };
  await Promise.all(Array.from({ length: width }, lane));
  return results;
}
