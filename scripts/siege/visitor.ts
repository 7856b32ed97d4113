// A visitor in a process of his own: what he measures is the product, not the attacks that are made next door.
// Arguments: the addresses he goes round. Each line from standard input names what he measures from now on; at its end he tells.
import { createInterface } from 'node:readline';

const pages = process.argv.slice(2);
const figures: Record<string, { times: number[]; failed: string[] }> = {};
let current = 'before';
let going = true;
createInterface({ input: process.stdin })
  .on('line', (line) => (current = line))
  .on('close', () => (going = false));

for (let n = 0; going; n += 1) {
  const row = (figures[current] ??= { times: [], failed: [] });
  const from = performance.now();
  const page = pages[n % pages.length] ?? '';
  try {
    const response = await fetch(page, { signal: AbortSignal.timeout(30_000) });
    await response.arrayBuffer();
    if (response.status === 200) row.times.push(performance.now() - from);
    else row.failed.push(`${response.status} ${page}`);
  } catch (error) {
    row.failed.push(`${error instanceof Error ? error.message : String(error)} ${page}`);
  }
  await new Promise((done) => setTimeout(done, 20));
}
process.stdout.write(JSON.stringify(figures));
process.exit(0);
