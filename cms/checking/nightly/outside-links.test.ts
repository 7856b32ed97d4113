import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { askOutside, askOutsideWith } from './outside-links.ts';
import { isPublicAddress } from './public-address.ts';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await new Promise((closed) => server.close(closed));
});
async function serve(answer: (path: string) => [number, Record<string, string>?]) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(...answer(request.url ?? '')).end('page');
  });
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return { port, asked, url: `http://127.0.0.1:${port}` };
}

it("does not follow a public page into the machine's own network", async () => {
  const inside = await serve(() => [200]);
  const outside = await serve((path) =>
    path === '/near'
      ? [302, { Location: '/there' }]
      : path === '/there'
        ? [200]
        : path === '/gone'
          ? [404]
          : [302, { Location: path === '/name' ? `http://localhost:${inside.port}/` : `${inside.url}/admin` }],
  );
  const ask = askOutsideWith((_, port) => port === outside.port);
  expect(await ask(`${outside.url}/near`)).toBe('alive');
  expect(await ask(`${outside.url}/gone`)).toBe('dead');
  expect(await ask(`${outside.url}/into`)).toBe('unsure');
  expect(await ask(`${outside.url}/name`)).toBe('unsure');
  expect(await ask(`http://localhost:${outside.port}/there`)).toBe('alive');
  expect(inside.asked).toEqual([]);
});

it('reaches nothing on this machine by any name or spelling', async () => {
  const inside = await serve(() => [200]);
  for (const host of [
    '127.0.0.1',
    'localhost',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '0.0.0.0',
    '2130706433',
    '0x7f.1',
    '127.1',
  ])
    expect(await askOutside(`http://${host}:${inside.port}/`)).toBe('unsure');
  expect(inside.asked).toEqual([]);
});

it('ends a circle', async () => {
  const circle = await serve(() => [302, { Location: '/' }]);
  expect(await askOutsideWith(() => true)(circle.url)).toBe('unsure');
  expect(circle.asked.length).toBeLessThan(20);
});

it.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.31.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.100.100.200',
  '0.0.0.0',
  '::1',
  '::',
  'fe80::1',
  'fd00::1',
  '::ffff:10.0.0.1',
  '64:ff9b::a00:1',
  '2002:a00:1::',
  'ff02::1',
  'localhost',
  '',
])('%s is not public', (address) => expect(isPublicAddress(address)).toBe(false));
it.each(['1.1.1.1', '223.5.5.5', '2400:3200::1'])('%s is', (address) => expect(isPublicAddress(address)).toBe(true));
