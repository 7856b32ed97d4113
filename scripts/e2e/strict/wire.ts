import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FaultKind, FaultPlan } from './fault.ts';

/** One request as it came over the socket. */
export interface Ask {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

export interface Answer {
  status: number;
  type: string;
  body: string;
}

/** An answer that is kept back until whoever waits for it is gone. */
export interface Held {
  /** Resolves when the request has been executed. */
  executed: Promise<void>;
  /** Resolves when the connection ended while the answer was owed. */
  abandoned: Promise<void>;
}

export interface Wire {
  origin: string;
  /** `POST /path` and the fault, in order of arrival. */
  seen: { line: string; fault: FaultKind | null; status: number | null }[];
  /** Requests being received, executed or answered; those that wait on the simulated clock do not count. */
  inFlight(): number;
  /** Keeps back the answer to the next request to that path that is executed without a fault of its own. */
  hold(path: string): Held;
  /** Called when a request arrives. */
  onArrive(listener: () => void): void;
  close(): Promise<void>;
}

export interface WireOptions {
  faults: FaultPlan;
  /** Executes a request; synchronous, so that it happens wholly or not at all. */
  handle(ask: Ask): Answer;
  /** The platform's own refusal when fault `own` strikes; null executes as usual. */
  own(ask: Ask): Answer | null;
  /** Longest delay of a reply, in real milliseconds. */
  maxDelayMs: number;
  /** Waits before executing, on the platform's clock: then a request takes effect late. Up to 1.5 s. */
  linger(ms: number): Promise<void>;
}

const maxBody = 24 * 1024 * 1024;
const gateway: Answer = {
  status: 502,
  type: 'text/html',
  body: '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><center><h1>502 Bad Gateway</h1></center></body>\r\n</html>\r\n',
};
/** Both platforms tell their own errors in the body, one of them with status 200. */
const wasDone = ({ status, body }: Answer) => status === 200 && !/"(errcode|error_code)":\s*"?-?[1-9]/.test(body);
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

async function readBody(req: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req) {
    if (!Buffer.isBuffer(chunk)) throw new Error('body was not read as bytes');
    size += chunk.length;
    if (size > maxBody) throw new Error('body too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function reply(res: ServerResponse, answer: Answer, fault: FaultKind | null, delay: number): Promise<void> {
  const bytes = Buffer.from(answer.body);
  if (res.destroyed) return;
  res.writeHead(answer.status, { 'content-type': answer.type, 'content-length': bytes.length });
  if (fault === 'reset-after-headers') {
    res.flushHeaders();
    await pause(5);
    res.socket?.resetAndDestroy();
  } else if (fault === 'half-reply') {
    res.write(bytes.subarray(0, Math.ceil(bytes.length / 2)));
    await pause(5);
    res.socket?.destroy();
  } else if (fault === 'drip') {
    const step = Math.max(1, Math.ceil(bytes.length / 6));
    for (let at = 0; at < bytes.length && !res.destroyed; at += step) {
      res.write(bytes.subarray(at, at + step));
      await pause(delay / 6);
    }
    res.end();
  } else {
    res.end(bytes);
  }
}

/** A plain HTTP server on 127.0.0.1 that does to each request what the fault plan says. */
export async function openWire({ faults, handle, own, maxDelayMs, linger }: WireOptions): Promise<Wire> {
  const seen: Wire['seen'] = [];
  let flying = 0;
  let arrived = () => {};
  const holds = new Map<string, { executed(): void; abandoned(): void }>();

  async function wait(ms: number): Promise<void> {
    flying -= 1;
    await linger(ms);
    flying += 1;
  }

  async function serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const url = new URL(req.url ?? '/', 'http://127.0.0.1');
    const fault = faults.next(url.pathname);
    const entry: Wire['seen'][number] = { line: `${req.method} ${url.pathname}`, fault, status: null };
    seen.push(entry);
    arrived();
    const delay = faults.random() * maxDelayMs;
    if (fault === 'cut-before-reading') return void req.socket.destroy();
    const body = await readBody(req);
    if (fault === 'cut-before-executing') return void req.socket.destroy();
    if (fault === 'gateway-before-executing') return reply(res, gateway, null, 0);
    // Half of the slow ones are slow before, half after they take effect.
    const early = faults.random() < 0.5;
    if (fault === 'delay' && early) await wait(Math.round(faults.random() * 1500));
    const ask: Ask = {
      method: req.method ?? '',
      path: url.pathname,
      query: url.searchParams,
      headers: req.headers,
      body,
    };
    const answer = (fault === 'own' ? own(ask) : null) ?? handle(ask);
    entry.status = answer.status;
    const held = fault === null && wasDone(answer) ? holds.get(url.pathname) : undefined;
    if (held) {
      holds.delete(url.pathname);
      const gone = new Promise<void>((resolve) => res.once('close', resolve));
      held.executed();
      await gone;
      return held.abandoned();
    }
    if (fault === 'delay' && !early) await pause(delay);
    if (fault === 'cut-after-executing') return void req.socket.destroy();
    if (fault === 'gateway-after-executing') return reply(res, gateway, null, 0);
    return reply(res, answer, fault, delay);
  }

  const server = createServer((req, res) => {
    // A client that hangs up while it is read has not been executed.
    flying += 1;
    serve(req, res)
      .catch(() => req.socket.destroy())
      .finally(() => (flying -= 1));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    seen,
    inFlight: () => flying,
    hold(path) {
      const [executed, abandoned] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      holds.set(path, { executed: executed.resolve, abandoned: abandoned.resolve });
      return { executed: executed.promise, abandoned: abandoned.promise };
    },
    onArrive: (listener) => void (arrived = listener),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
