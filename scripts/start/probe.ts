import { Failure } from '../cli/failure.ts';

/** Asks a page until it answers 200: “ready” must mean that a visitor gets an answer. @throws Failure after 60 s. */
export async function probe(url: string): Promise<void> {
  const until = performance.now() + 60_000;
  let last = '没有回应';
  while (performance.now() < until) {
    try {
      const response = await fetch(url, { redirect: 'manual' });
      await response.arrayBuffer();
      if (response.status === 200) return;
      last = `状态码 ${response.status}`;
    } catch (error) {
      last = error instanceof Error ? error.message : String(error);
    }
    await new Promise((done) => setTimeout(done, 250));
  }
  throw new Failure(`已启动，但 ${url} 一直打不开（${last}）：请查看上面的输出。`);
}
