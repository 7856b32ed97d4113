import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openDoor } from '../../cms/read/door.ts';
import type { Reader } from '../../cms/read/reader.ts';

type Handler = (req: unknown, res: unknown, next: (error?: unknown) => void) => void;

const mime: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
};

/**
 * Serves the built site (`astro build` first) from any reader, for tests and for looking at pages. Port 0 = any free
 * port, one server a process. The real server is `site/server`; this one only stands in for it.
 */
export async function serveBuilt(reader: Reader, port = 0, dist = 'dist'): Promise<{ url: string; server: Server }> {
  openDoor(reader);
  // The snapshot writes below DATA_DIR: never into the data of a site somebody uses.
  const data = await mkdtemp(join(tmpdir(), 'site-'));
  process.env.DATA_DIR = data;
  const built = resolve(dist);
  const { handler } = (await import(pathToFileURL(join(built, 'server/entry.mjs')).href)) as { handler: Handler };
  const server = createServer(async (req, res) => {
    const path = normalize(decodeURIComponent(new URL(req.url ?? '/', 'http://x').pathname));
    const media = path.startsWith('/media/') ? await reader.media(path.slice(7)) : null;
    if (media) return void res.writeHead(200, { 'Content-Type': media.mime }).end(media.bytes);
    const type = mime[extname(path)];
    const file = type && path !== '/today.css' ? await readFile(join(built, 'client', path)).catch(() => null) : null;
    if (file) return void res.writeHead(200, { 'Content-Type': type }).end(file);
    handler(req, res, (error) => res.writeHead(error ? 500 : 404).end(String(error ?? '')));
  });
  server.on('close', () => void rm(data, { recursive: true, force: true }));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address();
  return { url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : port}`, server };
}
