/** Epoch milliseconds on this machine's own clock, where nobody hands in another. */
export const machineNow = (): number => Date.now();
