import { systemClock } from '../../campaigns/ports/clock.ts';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Payload } from 'payload';
import { peerHeader } from '../../cms/accounts/sign-in/client.ts';
import { isKnownToSomebody } from '../../cms/accounts/sign-in/known-browser.ts';
import { lineOf } from '../../cms/http/client-address.ts';
import { boundConnections, serverOptions } from '../../site/server/bounds/connections.ts';
import { Busy, Lane } from '../../site/server/bounds/lane.ts';
import { takeAbsoluteAddress } from '../../site/server/absolute-address.ts';
import { answerOdd } from '../../site/server/odd-address.ts';
import type { Settings } from '../settings/settings.ts';
import { allowedHost } from './allowed-host.ts';
import { bodyLimit } from './bounds/body-limit.ts';
import { boundBody, refuse } from './bounds/bound-body.ts';
import { looksSignedIn } from './bounds/session.ts';
import { guardDesk } from './guard-desk.ts';
import type { OpsDoor } from './ops/door.ts';
import { fromOwnPage } from './own-origin.ts';

/**
 * The editorial back office: Payload on Next, in this process, sharing the CMS that is already open.
 * @param door what operators read on the same port; before every budget, so that it answers in a flood too
 * @param away true while the database does not answer: whoever would wait for it is told at once
 */
export async function startAdmin(
  settings: Settings,
  door: OpsDoor,
  payload: Payload,
  away: () => boolean,
): Promise<{ close(): Promise<void> }> {
  const { default: next } = await import('next');
  const app = next({ dir: 'cms', dev: false, port: settings.ADMIN_PORT, hostname: 'localhost', quiet: true });
  await quietly(() => app.prepare());
  const handle = app.getRequestHandler();
  const uploads = uploadPaths(payload);
  // Strangers only log in; what that costs is bounded, and nobody who is signed in waits behind them.
  const strangers = new Lane({ width: 6, queue: 60, perClient: 30 });
  // A browser where somebody was signed in before does not wait behind strangers either, at the log-in and on the way there.
  const known = new Lane({ width: 4, queue: 120, perClient: 120 });
  const server = createServer(serverOptions, (request, response) => {
    takeAbsoluteAddress(request);
    if (!allowedHost(request.headers.host, settings)) {
      response
        .writeHead(421, { 'content-type': 'text/plain; charset=utf-8' })
        .end('这个地址没有登记为编辑后台的地址：请检查 ADMIN_URL。');
      return;
    }
    guardDesk(request, response, settings);
    if (door(request, response)) return;
    if (request.url === '/') {
      response.writeHead(302, { location: '/admin' }).end();
      return;
    }
    if (!fromOwnPage(request, settings)) {
      refuse(
        request,
        response,
        403,
        '这个请求是从别的网站发来的，没有执行：请在编辑后台的页面里操作。如果后台换了网址，请检查 ADMIN_URL。',
      );
      return;
    }
    if (away() && !request.url?.startsWith('/_next/static/')) {
      refuse(
        request,
        response,
        503,
        '数据库暂时没有回应，没有保存：请过一会儿再试。已经打开的页面请不要关，写的内容都还在。',
        { 'retry-after': '10' },
      );
      return;
    }
    const signedIn = looksSignedIn(request.headers, payload.secret, systemClock.now());
    if (!boundBody(request, response, bodyLimit(request, signedIn, uploads), signedIn)) return;
    const serve = () => settled(handle(request, response), response);
    const done =
      signedIn || request.url?.startsWith('/_next/static/')
        ? serve()
        : (isKnownToSomebody(payload, request.headers.cookie, systemClock.now().getTime()) ? known : strangers).run(
            lineOf(String(request.headers[peerHeader])),
            serve,
          );
    done.catch((error: unknown) => tooBusy(error, request, response));
  });
  boundConnections(server, { most: 600, arrival: 120_000 });
  server.on('clientError', answerOdd);
  await listen(server, settings.ADMIN_PORT);
  return {
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await app.close();
    },
  };
}

/** Addresses that take files: the upload collections, and lists of words. */
const uploadPaths = ({ config }: Payload): string[] => [
  ...config.collections.filter(({ upload }) => upload).map(({ slug }) => `${config.routes.api}/${slug}`),
  `${config.routes.api}/lexicons/import`,
];

/** Until the answer is out or its reader is gone, whichever the shell does. */
function settled(work: Promise<void>, response: ServerResponse): Promise<void> {
  return Promise.race([work, new Promise<void>((done) => response.once('close', done))]);
}

function tooBusy(error: unknown, request: IncomingMessage, response: ServerResponse): void {
  if (response.headersSent || response.destroyed) return void response.destroy();
  const busy = error instanceof Busy;
  refuse(request, response, busy ? 503 : 500, busy ? '现在请求太多，请过几秒钟再试。' : '程序内部出错，请再试一次。', {
    'retry-after': '5',
  });
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
