import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a client gets to read instead of the platform's own answer, once. */
interface Garbled {
  /** Hits the next request whose path ends with it. */
  path: string;
  text: string;
  status?: number;
  /** False: the platform never sees the request. */
  executed: boolean;
}

export interface Garbler {
  url: string;
  next(garbled: Garbled): void;
  /** Not read yet by anybody. */
  left(): number;
  close(): Promise<void>;
}

/** Stands between a client and an emulator, as a proxy that has gone mad would: passes all on, but for what it is told to spoil. */
export async function startGarbler(target: string): Promise<Garbler> {
  const waiting: Garbled[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const body = await bytesOf(request);
      const path = (request.url ?? '/').split('?')[0] ?? '';
      const at = waiting.findIndex((one) => path.endsWith(one.path));
      const [spoilt] = at < 0 ? [] : waiting.splice(at, 1);
      const type = request.headers['content-type'];
      const ask = () =>
        fetch(`${target}${request.url}`, {
          method: request.method,
          ...(request.method === 'POST' ? { body, headers: type ? { 'content-type': type } : {} } : {}),
        });
      if (spoilt && !spoilt.executed) return void response.writeHead(spoilt.status ?? 200).end(spoilt.text);
      const answer = await ask();
      const text = await answer.text();
      response.writeHead(spoilt?.status ?? answer.status).end(spoilt ? spoilt.text : text);
    })().catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    next: (garbled) => void waiting.push(garbled),
    left: () => waiting.length,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function bytesOf(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}
