import { createServer, type Server } from 'node:http';
import type { Settings } from '../settings/settings.ts';
import { allowedHost } from './allowed-host.ts';
import { guardDesk } from './guard-desk.ts';
import type { OpsDoor } from './ops/door.ts';

/**
 * The editorial back office: Payload on Next, in this process, sharing the CMS that is already open.
 * @param door what operators read on the same port
 */
export async function startAdmin(settings: Settings, door: OpsDoor): Promise<{ close(): Promise<void> }> {
  const { default: next } = await import('next');
  const app = next({ dir: 'cms', dev: false, port: settings.ADMIN_PORT, hostname: 'localhost', quiet: true });
  await quietly(() => app.prepare());
  const handle = app.getRequestHandler();
  const server = createServer((request, response) => {
    if (!allowedHost(request.headers.host, settings)) {
      response.writeHead(421, { 'content-type': 'text/plain; charset=utf-8' }).end('这个地址没有登记为编辑后台的地址：请检查 ADMIN_URL。');
      return;
    }
    guardDesk(request, response, settings);
    if (door(request, response)) return;
    if (request.url === '/') {
      response.writeHead(302, { location: '/admin' }).end();
      return;
    }
    void handle(request, response);
  });
  await listen(server, settings.ADMIN_PORT);
  return {
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await app.close();
    },
  };
}

/** Next greets in English on stdout, which belongs to results. What it warns of goes to stderr and stays. */
async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const log = console.log;
  console.log = () => {};
  try {
    return await work();
  } finally {
    console.log = log;
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => resolve());
  });
}
