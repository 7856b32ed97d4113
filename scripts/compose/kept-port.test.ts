import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { onKeptPort } from './kept-port.ts';

let dir: string;
let file: string;
const servers: Server[] = [];
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'port-'));
  file = join(dir, 'emulators', 'port');
});
const closeAll = () => Promise.all(servers.splice(0).map((server) => new Promise((done) => server.close(done))));
afterEach(async () => {
  await closeAll();
  await rm(dir, { recursive: true });
});

const start = (port: number) =>
  new Promise<{ url: string }>((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      servers.push(server);
      resolve({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
    });
  });

it('comes back on the port that it had', async () => {
  const { url } = await onKeptPort(file, start);
  await closeAll();
  expect((await onKeptPort(file, start)).url).toBe(url);
});

it('takes another when that one is taken, and remembers it', async () => {
  const { url } = await onKeptPort(file, start);
  const other = await onKeptPort(file, start);
  expect(other.url).not.toBe(url);
  await closeAll();
  expect((await onKeptPort(file, start)).url).toBe(other.url);
});

it('does not stumble over a spoilt file, but over any other trouble', async () => {
  await onKeptPort(file, start);
  for (const text of ['', 'x', '-1', '70000', '1.5']) {
    await writeFile(file, text);
    await expect(onKeptPort(file, start)).resolves.toMatchObject({ url: expect.stringContaining('127.0.0.1') });
  }
  await expect(onKeptPort(file, () => Promise.reject(new Error('内存不够')))).rejects.toThrow('内存不够');
});
