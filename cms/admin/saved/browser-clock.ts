/** Now, on the clock of the computer that somebody types at: what stands beside their text is told by it, and nothing is decided. */
export const browserNow = (): Date => new Date();
