import { setTimeout as sleep } from 'node:timers/promises';
import { emptyInstallation, startProduct } from '../../e2e/product.ts';
import { moreThan, processorOf } from './processor.ts';

/** Until what a start leaves to do (warming pages, the first minute) is done. */
const restMs = 90_000;

/** Starts the real product on an empty machine and says what it uses of one core at rest, over so many seconds. */
export async function idleProduct(seconds: number): Promise<string> {
  const machine = await emptyInstallation();
  const product = await startProduct(machine.env);
  try {
    await sleep(restMs);
    const pid = product.child.pid ?? 0;
    const before = await processorOf(pid);
    await sleep(seconds * 1000);
    const after = await processorOf(pid);
    const share = (ms: number) => `${(ms / seconds / 10).toFixed(2)}%`;
    const own = [...after].map(([one, ms]) => share(ms - (before.get(one) ?? 0))).join('、');
    return `闲着的整个产品，${seconds} 秒：一个核的 ${share(moreThan(before, after))}（各进程 ${own}；要求 1% 以内）`;
  } finally {
    await product.stop();
    await machine.drop();
  }
}
