import { once } from 'node:events';
import { expect, test } from 'vitest';
import { startNode } from '../../../../.config/start-node.ts';
import { processOwner } from './owner.ts';

const machine = { host: 'h', pid: 7, start: 2000, bootedAt: 1000, runs: (pid: number) => pid === 8 };
const me = processOwner(machine);

test.each([
  ['another host', 'x:7:2000:a', 'unknown'],
  ['another worker of this process', 'h:7:2000:a', 'alive'],
  ['an earlier life with the same number, as in a container', 'h:7:1500:a', 'dead'],
  ['a process that runs', 'h:8:1500:a', 'alive'],
  ['a process that is gone', 'h:9:1500:a', 'dead'],
  ['a process from before the machine started', 'h:8:500:a', 'dead'],
])('%s', (_, name, life) => {
  expect(me.judge(name)).toBe(life);
});

test('two workers of one process have different names', () => {
  expect(processOwner().name).not.toBe(processOwner().name);
});

test('knows of a real process whether it runs', async () => {
  const child = startNode(['-e', 'setInterval(() => {}, 1000)']);
  const [host] = processOwner().name.split(':');
  const name = `${host}:${child.pid}:${Date.now()}:a`;
  expect(processOwner().judge(name)).toBe('alive');
  child.kill();
  await once(child, 'exit');
  expect(processOwner().judge(name)).toBe('dead');
});
