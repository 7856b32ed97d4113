import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { answerByHook, hookFor, type PublicHook } from './hooks.ts';
import { send } from './send.ts';

const hooks: PublicHook[] = [
  {
    prefix: '/hooks/echo',
    maxBytes: 10,
    handle: async (asked) =>
      new Response(
        `${asked.method} ${new URL(asked.url).search} ${asked.headers.get('x-sign')} ${await asked.text()}`,
        { status: 201 },
      ),
  },
  { prefix: '/hooks/broken', handle: () => Promise.reject(new Error('库里写不进')) },
  { prefix: '/hooks/slow', handle: () => new Promise(() => {}) },
];
let server: Server;
const said: string[] = [];

async function open(timeout?: number): Promise<string> {
  server = createServer((asked, response) => {
    const hook = hookFor(hooks, asked);
    if (!hook) return void response.writeHead(404).end();
    void answerByHook(hook, asked, (line) => said.push(line), timeout).then((answer) => send(asked, response, answer));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(() => {
  said.length = 0;
  server.closeAllConnections();
  server.close();
});

test('收到的请求原样交给接收处，答复原样送回', async () => {
  const base = await open();
  const answer = await fetch(`${base}/hooks/echo?a=%E4%BF%A1`, {
    method: 'POST',
    body: '诚信',
    headers: { 'x-sign': 's1' },
  });
  expect([answer.status, await answer.text()]).toEqual([201, 'POST ?a=%E4%BF%A1 s1 诚信']);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect((await fetch(`${base}/hooks/echo/below`)).status).toBe(201);
});

test('只认自己的地址', () => {
  expect(hookFor(hooks, { url: '/hooks/echoes' })).toBeNull();
  expect(hookFor(hooks, { url: '/hooks' })).toBeNull();
  expect(hookFor(hooks, { url: '/hooks/echo?x=1' })).toBe(hooks[0]);
});

test('太长的内容不交下去，不管有没有先说多长', async () => {
  const base = await open();
  const long = await fetch(`${base}/hooks/echo`, { method: 'POST', body: 'x'.repeat(11) });
  expect([long.status, await long.text()]).toEqual([413, '提交的内容太长。\n']);
  const status = await new Promise((done, fail) => {
    const chunked = request(`${base}/hooks/echo`, { method: 'POST' }, (answer) => done(answer.statusCode)).on(
      'error',
      fail,
    );
    chunked.write('x'.repeat(6));
    chunked.end('x'.repeat(6));
  });
  expect(status).toBe(413);
});

test('接收处出错：一句话的 500，原因只进日志', async () => {
  const base = await open();
  const answer = await fetch(`${base}/hooks/broken`, { method: 'POST', body: 'x' });
  expect([answer.status, await answer.text()]).toEqual([500, '这次没有收到，请稍后再试。\n']);
  expect(said).toEqual(['接收 /hooks/broken 出错：库里写不进']);
});

test('到时限还没有答复，或内容迟迟不来：503', async () => {
  const base = await open(30);
  expect((await fetch(`${base}/hooks/slow`, { method: 'POST', body: 'x' })).status).toBe(503);
  const status = await new Promise((done) => {
    const stalled = request(`${base}/hooks/echo`, { method: 'POST', headers: { 'content-length': '5' } }, (answer) =>
      done(answer.statusCode),
    ).on('error', () => undefined);
    stalled.write('x');
  });
  expect(status).toBe(503);
});

test('地址写坏了：400，不出错', async () => {
  const base = await open();
  expect((await fetch(`${base}/hooks/echo/%ff`)).status).toBe(400);
});
