import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openMongod } from '../../cms/store/testing/mongod.ts';
import { takeLease } from './lease.ts';
import { takeTurn } from './turn.ts';
import { within } from '../../.config/patience.ts';
import { endNode, startNode } from '../../.config/start-node.ts';

const mongod = await openMongod();
if ('missing' in mongod) console.warn(mongod.missing);
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chengxin-turn-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await mongod.stop();
});
const urlOf = (name: string) => {
  const url = new URL('missing' in mongod ? 'mongodb://127.0.0.1/' : mongod.url);
  url.pathname = `/${name}-${process.pid}`;
  return url.toString();
};

/** Somebody in another process who has the turn and says so; killed, it gives nothing back by itself. */
async function holder(settings: object) {
  const program = `import { takeTurn } from './scripts/installation/turn.ts'; await takeTurn(${JSON.stringify(settings)}); process.stdout.write('mine'); setInterval(() => {}, 1000);`;
  const child = startNode(['--input-type=module', '-e', program], { stderr: 'inherit' });
  await once(child.stdout, 'data');
  return () => endNode(child);
}

describe.each(['sqlite', 'mongodb'])('preparing an installation on %s', (kind) => {
  const it_ = it.skipIf(kind === 'mongodb' && 'missing' in mongod);
  const settings = () => ({ DATA_DIR: folder, DATABASE_URL: kind === 'mongodb' ? urlOf('turn') : undefined });

  it_(
    'is one process at a time; one that is killed lets the next in',
    async () => {
      const kill = await holder(settings());
      const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
      let got = false;
      const waiting = takeTurn(settings()).then((end) => {
        got = true;
        return end;
      });
      // It has asked, was told no, and says that it waits.
      await vi.waitUntil(() => said.mock.calls.some(([line]) => String(line).includes('等它做完再继续')), {
        timeout: within(60_000),
      });
      said.mockRestore();
      expect(got).toBe(false);
      await kill();
      await (await waiting)();
      await (await takeTurn(settings()))();
    },
    within(180_000),
  );
});

it.skipIf('missing' in mongod)('of many that ask at once for the same lease one gets it', async () => {
  const ends = await Promise.all(Array.from({ length: 12 }, () => takeLease(urlOf('many'))));
  const got = ends.filter((end) => end !== null);
  expect(got).toHaveLength(1);
  await got[0]?.();
  const again = await takeLease(urlOf('many'));
  expect(again).not.toBeNull();
  await again?.();
});
