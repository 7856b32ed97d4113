/** Runs `act` for 1 … `count`, `width` at a time; rejects with the first failure. */
export async function inParallel(count: number, width: number, act: (n: number) => Promise<void>): Promise<void> {
  let next = 1;
  const lane = async () => {
    while (next <= count) {
      const n = next;
      next += 1;
      await act(n);
    }
  };
  await Promise.all(Array.from({ length: width }, lane));
}
