import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { answerOdd } from '../odd-address.ts';
import { boundConnections, serverOptions } from './connections.ts';
import { within } from '../../../.config/patience.ts';

let server: Server;
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

async function start(limits: Parameters<typeof boundConnections>[1]): Promise<number> {
  server = createServer({ ...serverOptions, connectionsCheckingInterval: 50 }, (request, response) => {
    request.resume();
    response.end('seen');
  });
  server.on('clientError', answerOdd);
  boundConnections(server, limits);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
}

async function dial(port: number, text: string): Promise<{ socket: Socket; closed: Promise<string> }> {
  const socket = connect(port, '127.0.0.1');
  sockets.push(socket);
  socket.on('error', () => undefined);
  let heard = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => (heard += chunk));
  const closed = once(socket, 'close').then(() => heard);
  await once(socket, 'connect');
  socket.write(text);
  return { socket, closed };
}

it('three hundred unfinished requests leave the door open', async () => {
  const port = await start({ most: 20, arrival: 60_000 });
  const slow = await Promise.all(
    Array.from({ length: 300 }, () => dial(port, 'GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ')),
  );
  await expect(fetch(`http://127.0.0.1:${port}/`).then((r) => r.text())).resolves.toBe('seen');
  await Promise.all(slow.slice(0, 250).map(({ closed }) => closed));
  const count = await new Promise<number>((resolve, reject) =>
    server.getConnections((error, n) => (error ? reject(error) : resolve(n))),
  );
  expect(count).toBeLessThanOrEqual(21);
});

it('a request that does not arrive is answered 408 and its socket is gone, also when nobody reads the answer', async () => {
  const port = await start({ most: 50, arrival: 300 });
  const { closed } = await dial(port, 'GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ');
  expect(await closed).toContain('408');
  const deaf = await dial(port, 'GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ');
  deaf.socket.pause();
  await expect
    .poll(() => new Promise<number>((resolve) => server.getConnections((_, n) => resolve(n))), {
      timeout: within(60_000),
    })
    .toBe(0);
});

it('a body that stops half-way is cut off too', async () => {
  const port = await start({ most: 50, arrival: 300 });
  const { closed } = await dial(port, 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nhalf');
  await closed;
});
