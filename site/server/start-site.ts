import { machineNow } from './machine-clock.ts';
import { access } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { clientAddress, type TrustedProxies } from '../../cms/read/who-asks.ts';
import { read } from '../../cms/read/door.ts';
import { tag } from '../../cms/read/nouns.ts';
import { snapshotRegistry } from '../snapshot/registry.ts';
import { Snapshot } from '../snapshot/snapshot.ts';
import { plainAnswer } from './answer.ts';
import { takeAbsoluteAddress } from './absolute-address.ts';
import { boundConnections, serverOptions } from './bounds/connections.ts';
import { createLanes } from './bounds/lanes.ts';
import { capture, type SiteHandler } from './capture.ts';
import { handle } from './handle.ts';
import { answerByHook, hookFor, type PublicHook } from './hooks.ts';
import { answerOdd } from './odd-address.ts';
import { openReach, setReach } from './reach.ts';
import { send } from './send.ts';
import { openStaticFiles } from './static-files.ts';
import { warm } from './warm.ts';
import { watchChanges, type Changes } from './watch-changes.ts';

export interface SiteOptions {
  /** 0 takes any free port. */
  port: number;
  host?: string;
  /** Under which the public knows the site. */
  siteUrl?: string;
  /** Kept pages go to `<dataDir>/snapshot`. */
  dataDir: string;
  changes: Changes;
  /** Proxies that are believed about who asks. */
  trusted?: TrustedProxies | undefined;
  /** Milliseconds by the injected clock; by default the machine's. */
  now?: () => number;
  /** True while the database does not answer: nothing is rendered then. */
  away?: () => boolean;
  log: (line: string) => void;
  /** Addresses that take something in; tried before the pages. */
  hooks?: readonly PublicHook[];
  /** What `astro build` wrote; `dist` below the working directory. */
  dist?: string;
}

export interface RunningSite {
  url: string;
  port: number;
  /** Pages that depend on these tags are rendered again before they are shown again. Returns how many. */
  invalidate(tags: string[]): number;
  /** Resolves when no page waits to be rendered again. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Serves the built public site from its snapshot. The door (`cms/read/door.ts`) must be open.
 * @throws Error with a Chinese sentence when the site is not built or the port is taken.
 */
export async function startSite(options: SiteOptions): Promise<RunningSite> {
  const dist = resolve(options.dist ?? 'dist');
  // No query is declared: pages have paths of their own, and made-up queries must not fill the disk.
  const snapshot = await Snapshot.open({
    root: join(options.dataDir, 'snapshot'),
    warn: options.log,
    ...(options.now ? { now: options.now } : {}),
  });
  snapshotRegistry().snapshot = Promise.resolve(snapshot);
  const site = await loadHandler(dist);
  const reach = openReach(join(options.dataDir, 'reach.json'), () => new Date((options.now ?? machineNow)()));
  setReach(reach);
  const parts = {
    snapshot,
    site,
    files: await openStaticFiles(join(dist, 'client')),
    lanes: createLanes(),
    trusted: options.trusted,
    away: options.away,
    now: options.now ?? machineNow,
  };
  const server = createServer(serverOptions, (request, response) => {
    takeAbsoluteAddress(request);
    response.once('finish', () => {
      if (reach.met(clientAddress(request.socket.remoteAddress, request.headers['x-forwarded-for'], options.trusted)))
        snapshot.invalidate([tag.region]);
    });
    // An address with a certificate is only ever asked with one.
    if (options.siteUrl?.startsWith('https:')) response.setHeader('strict-transport-security', 'max-age=31536000');
    const hook = hookFor(options.hooks ?? [], request);
    const answered = hook
      ? answerByHook(hook, request, options.log).then((answer) => send(request, response, answer))
      : handle(parts, request, response);
    answered.catch((error: unknown) => {
      options.log(`页面 ${request.url ?? ''} 出错：${error instanceof Error ? error.message : String(error)}`);
      if (response.headersSent) response.destroy();
      else void send(request, response, plainAnswer(500, '页面暂时打不开，请过几分钟再来。'));
    });
  });
  server.on('clientError', answerOdd);
  boundConnections(server, { most: 600, arrival: 30_000 });
  // Longer than nginx keeps its side open, so that it never meets a connection that is just closing.
  server.keepAliveTimeout = 75_000;
  const port = await listen(server, options.port, options.host ?? '0.0.0.0');
  snapshot.refreshWith(async (path) => void (await capture(site, path)));
  snapshot.sweep();
  await warm((path) => capture(site, path), options.log);
  const stopWatching = watchChanges({
    snapshot,
    changes: options.changes,
    today: () => read().today(),
    ...(options.now ? { now: options.now } : {}),
    log: options.log,
  });
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    invalidate: (tags) => snapshot.invalidate(tags),
    idle: () => snapshot.idle(),
    close: async () => {
      await stopWatching();
      snapshot.refreshWith(null);
      await new Promise<void>((done) => {
        server.close(() => done());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), 2000).unref();
      });
      await snapshot.idle();
      snapshotRegistry().snapshot = null;
      setReach(undefined);
    },
  };
}

async function loadHandler(dist: string): Promise<SiteHandler> {
  const entry = join(dist, 'server', 'entry.mjs');
  await access(entry).catch(() => {
    throw new Error('公开网站还没有构建：请先运行 chengxin build。');
  });
  const loaded: { handler?: SiteHandler } = await import(pathToFileURL(entry).href);
  if (!loaded.handler) throw new Error('公开网站的构建结果不完整：请重新运行 chengxin build。');
  return loaded.handler;
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = `端口 ${port} 已被占用：请关掉占用它的程序，或用 SITE_PORT=… 换一个端口。`;
      fail(error.code === 'EADDRINUSE' ? new Error(taken) : error);
    });
    server.listen(port, host, () => done((server.address() as AddressInfo).port));
  });
}
