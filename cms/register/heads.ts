import type { Line } from './entry.ts';

/** Names for how far a growing set of lines has come. */
export interface Heads {
  add(line: Line): void;
  now(): string;
  /** Lines added after it was called so; null when it never was. */
  after(head: string): readonly Line[] | null;
  lines(from: number, size: number): readonly Line[];
}

/** Of each line so much enters the name, as hexadecimal digits. */
const digits = 16;

/**
 * The name is the number of lines and all their fingerprints folded into one, in no order: whoever has read the same lines
 * calls them the same. An older database says by the name it keeps up to where it agreed.
 */
export function createHeads(): Heads {
  const order: Line[] = [];
  let folded = 0n;
  const fold = (into: bigint, { hash }: Line) => into ^ BigInt(`0x${hash.slice(0, digits)}`);
  const name = (count: number, of: bigint) => `${count}:${of.toString(16)}`;
  return {
    add(line) {
      order.push(line);
      folded = fold(folded, line);
    },
    now: () => name(order.length, folded),
    after(head) {
      if (head === name(order.length, folded)) return [];
      // From the newest back: most often only a few lines have come.
      let back = folded;
      for (let count = order.length - 1; count >= 0; count -= 1) {
        back = fold(back, order[count]!);
        if (head === name(count, back)) return order.slice(count);
      }
      return null;
    },
    lines: (from, size) => order.slice(from, from + size),
  };
}
