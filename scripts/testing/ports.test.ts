import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { endNode, startNode } from '../../.config/start-node.ts';
import { lockFile } from '../../cms/sqlite/file-lock.ts';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { holdPorts } from './ports.ts';

it('many draw at once, in two processes, and no port is drawn twice; a dead one holds none', async () => {
  const program =
    "import { holdPorts } from './scripts/testing/ports.ts'; console.log(JSON.stringify((await holdPorts(40)).ports)); setInterval(() => {}, 1000);";
  const others = [1, 2].map(() => startNode(['--input-type=module', '-e', program], { stderr: 'inherit' }));
  const drawn = await Promise.all(
    others.map(
      (other) =>
        new Promise<number[]>((resolve) =>
          other.stdout.once('data', (line: string) => resolve(JSON.parse(line) as number[])),
        ),
    ),
  );
  const mine = await Promise.all([holdPorts(20), holdPorts(20)]);
  const all = [...drawn.flat(), ...mine.flatMap(({ ports }) => ports)];
  expect(new Set(all).size).toBe(120);
  const lock = (port: number) => lockFile(join(tmpdir(), 'chengxin-ports', String(port)), 'exclusive');
  const [theirs = 0] = drawn[0] ?? [];
  expect(lock(theirs)).toBeNull();
  await Promise.all(others.map((other) => endNode(other)));
  const freed = lock(theirs);
  expect(freed).not.toBeNull();
  freed?.();
  for (const { release } of mine) release();
});

it('a port of theirs can be listened on, and is none that the system hands out', async () => {
  const {
    ports: [port = 0],
    release,
  } = await holdPorts(1);
  const [server, any] = [createServer(), createServer()];
  await new Promise<void>((done) => server.listen(port, done));
  await new Promise<void>((done) => any.listen(0, done));
  const given = any.address();
  expect(typeof given === 'object' && given ? given.port : 0).toBeGreaterThan(port);
  server.close();
  any.close();
  release();
});
