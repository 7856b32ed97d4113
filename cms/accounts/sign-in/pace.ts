/** So many tries at once, and then one more every so often: a delay that ends by itself, never a lock. */
export interface Pace {
  burst: number;
  /** Milliseconds. */
  every: number;
}

const minute = 60_000;

/** How fast each may be tried. What can be guessed at this pace is nothing; a person who mistypes does not feel it. */
export const paces = {
  /** One account, from browsers and addresses that never were signed in to it. */
  account: { burst: 5, every: 3 * minute },
  /** One account from an address where its owner was signed in before. */
  home: { burst: 5, every: 3 * minute },
  /** One account from a browser that was signed in to it; whoever stole it is no faster. */
  browser: { burst: 10, every: 2 * minute },
  /** One address (a whole office may stand behind it), over all accounts. */
  address: { burst: 60, every: 5_000 },
  /** A signed-in person's own password, asked for again. */
  again: { burst: 5, every: 3 * minute },
} satisfies Record<string, Pace>;

/**
 * The generic cell rate algorithm (ITU-T I.371): the whole memory of a subject is one instant, up to which its tries are
 * “used up”; so two machines share it in one row, however many tries come.
 * @param used that instant in milliseconds; one that lies behind `now` says nothing any more
 * @returns the new instant, or how long to wait
 */
export function next(used: number, { burst, every }: Pace, now: number): { used: number } | { wait: number } {
  // No count reaches further ahead: the clock was wrong when it was written.
  const from = used > now + burst * every ? now : Math.max(used, now);
  const wait = from - now - (burst - 1) * every;
  return wait > 0 ? { wait } : { used: from + every };
}
