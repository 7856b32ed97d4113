/**
 * Resolves at the first Ctrl-C or TERM. The signal can arrive twice (from the terminal and from the wrapper), so later
 * ones are ignored; a shutdown that hangs is ended after ten seconds.
 */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      setTimeout(() => process.exit(1), 10_000).unref();
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  });
}
