/**
 * How alike two texts are, 0 to 1, by the pairs of neighbouring characters they share (Dice): works for Chinese, where a
 * few changed characters leave most pairs as they were.
 */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const [left, right] = [pairs(a), pairs(b)];
  const total = size(left) + size(right);
  if (total === 0) return 0;
  let shared = 0;
  for (const [pair, count] of left) shared += Math.min(count, right.get(pair) ?? 0);
  return (2 * shared) / total;
}

function pairs(text: string): Map<string, number> {
  const chars = [...text.replaceAll(/\s+/g, '')];
  const found = new Map<string, number>();
  for (let i = 0; i + 1 < chars.length; i += 1) {
    const pair = `${chars[i] ?? ''}${chars[i + 1] ?? ''}`;
    found.set(pair, (found.get(pair) ?? 0) + 1);
  }
  return found;
}

const size = (found: Map<string, number>): number => [...found.values()].reduce((sum, n) => sum + n, 0);
