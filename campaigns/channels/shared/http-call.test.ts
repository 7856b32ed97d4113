import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { httpCall } from './http-call.ts';

const open: (() => void)[] = [];
afterEach(() => open.splice(0).forEach((close) => close()));

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

const call = (url: string, more: object = {}) =>
  httpCall({ url, method: 'POST', body: '{}', signal: new AbortController().signal, ...more });

test('回答了 JSON，不论 HTTP 状态', async () => {
  const url = await serve((_request, response) => response.writeHead(403).end('{"a":1}'));
  expect(await call(url)).toEqual({ kind: 'answer', status: 403, body: { a: 1 } });
});

test('连不上、地址不对、程序正在停：肯定没有发出', async () => {
  const url = await serve(() => {});
  open.splice(0).forEach((close) => close());
  expect(await call(url)).toMatchObject({ kind: 'not-sent', reason: expect.stringContaining('ECONNREFUSED') });
  expect(await call('not a url')).toMatchObject({ kind: 'not-sent' });
  expect(await call(url, { signal: AbortSignal.abort() })).toMatchObject({ kind: 'not-sent' });
});

test.each<[string, RequestListener]>([
  ['读了请求就断线', (request) => void request.resume().on('end', () => request.socket.destroy())],
  [
    '回答一半断线',
    (_request, response) =>
      void response.writeHead(200, { 'content-length': '99' }).write('{', () => response.destroy()),
  ],
  ['回答不是 JSON', (_request, response) => void response.writeHead(502).end('<h1>Bad Gateway</h1>')],
  ['要求跳转', (_request, response) => void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()],
])('%s：说不清是否执行', async (_name, listener) => {
  expect(await call(await serve(listener))).toMatchObject({ kind: 'uncertain' });
});

test('超时：说不清是否执行', async () => {
  expect(await call(await serve(() => {}), { timeoutMs: 50 })).toEqual({ kind: 'uncertain', reason: '等回答超时' });
});

test('每次用新连接，只发一遍', async () => {
  const ports = new Set<number | undefined>();
  let requests = 0;
  const url = await serve((request, response) => {
    ports.add(request.socket.remotePort);
    requests += 1;
    if (requests === 3) request.socket.destroy();
    else response.end('{}');
  });
  for (let i = 0; i < 3; i += 1) await call(url);
  expect(requests).toBe(3);
  expect(ports.size).toBe(3);
});
