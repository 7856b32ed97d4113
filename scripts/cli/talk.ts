/** Talk goes to stderr: stdout belongs to results, so that `--json` can be piped. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Prints a result on stdout: JSON alone with `--json`, else lines for people. */
export function printResult(json: boolean, value: unknown, lines: () => string[]): void {
  process.stdout.write(json ? `${JSON.stringify(value, null, 2)}\n` : `${lines().join('\n')}\n`);
}

/** Runs one step of a long command, telling what it is and how long it took. */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  say(`▸ ${title} …`);
  const ticker = setInterval(
    () => say(`  仍在进行，已用 ${Math.round((performance.now() - started) / 1000)} 秒`),
    15_000,
  );
  try {
    const result = await work();
    say(`  完成（${((performance.now() - started) / 1000).toFixed(1)} 秒）`);
    return result;
  } finally {
    clearInterval(ticker);
  }
}
