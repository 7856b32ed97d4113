import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { furnishedInstallation } from './furnished.ts';
import { eventually, startProduct, type Environment, type Running } from './product.ts';
import { within } from '../../.config/patience.ts';

/** One unit of waiting: how long this machine takes for a whole first start, builds included. */
let unit = 0;
let place: Environment;
let product: Running;
let compiled: string;
beforeAll(async () => {
  compiled = await mkdtemp(join(tmpdir(), 'chengxin-compiled-'));
  place = await furnishedInstallation('seeded', { NODE_COMPILE_CACHE: compiled });
  const begun = performance.now();
  product = await startProduct(place.env);
  unit = Math.max(60_000, performance.now() - begun);
}, within(1_800_000));
afterAll(async () => {
  await product?.stop();
  await place?.drop();
  await rm(compiled, { recursive: true, force: true, maxRetries: 5 });
});

/** The product's own process, below the one that keeps it up. */
async function inner(): Promise<number | null> {
  const children = await readFile(`/proc/${product.child.pid}/task/${product.child.pid}/children`, 'utf8').catch(
    () => '',
  );
  return Number(children.trim().split(' ')[0]) || null;
}
const health = async () =>
  (await fetch(`${new URL(product.admin).origin}/healthz`)).json() as Promise<{
    state: string;
    reasons: { id: string; what: string }[];
  }>;

it.runIf(process.platform === 'linux')(
  'killed in the night, site, desk and scheduler are back by themselves, and say so',
  async () => {
    // One that is killed leaves what Node has compiled for it to the next one.
    await eventually('kept what was compiled', async () => (await readdir(compiled)).length > 0, unit);
    const first = await inner();
    expect(first).not.toBeNull();
    process.kill(first!, 'SIGKILL');
    const second = await eventually(
      'another process',
      async () => {
        const pid = await inner();
        return pid !== first ? pid : null;
      },
      unit,
    );
    await eventually('the site again', async () => (await fetch(product.site).catch(() => null))?.status === 200, unit);
    const { reasons } = await eventually('the desk again', () => health().catch(() => null), unit);
    expect(reasons.find(({ id }) => id === 'restarts')?.what).toContain('中断过 1 次');
    // Whoever waits for `ready` on stdout has seen it once.
    await eventually(
      'ready again, on the log',
      async () => product.output().match(/^ready site=/gm)?.length === 2,
      unit,
    );
    // Stopped in a moment in which it answers nobody: it is found out, ended and started anew.
    process.kill(second, 'SIGSTOP');
    await eventually(
      'a third process',
      async () => {
        const pid = await inner();
        return pid !== null && pid !== second ? pid : null;
      },
      unit + 180_000,
    );
    await eventually(
      'the site once more',
      async () => (await fetch(product.site).catch(() => null))?.status === 200,
      unit,
    );
    expect((await health()).reasons.find(({ id }) => id === 'restarts')?.what).toContain('没有回应');
    expect(await product.stop()).toBe(0);
  },
  within(3_600_000),
);
