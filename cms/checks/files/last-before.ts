/** The last of things in order of place that begins at or before a place. */
export function lastBefore<T extends { at: number }>(things: readonly T[], place: number): T | undefined {
  let low = 0;
  for (let high = things.length - 1; low < high; ) {
    const middle = (low + high + 1) >> 1;
    if ((things[middle]?.at ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  const found = things[low];
  return found && found.at <= place ? found : undefined;
}
