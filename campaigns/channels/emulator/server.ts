import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { control } from './control.ts';
import { Faults } from './faults.ts';
import type { Switch } from './switches.ts';

export interface EmulatedRequest {
  method: string;
  /** Path without query. */
  path: string;
  query: URLSearchParams;
  contentType: string;
  bytes: Uint8Array<ArrayBuffer>;
  remoteAddress: string;
}

export interface EmulatedReply {
  status: number;
  /** An object is answered as JSON, a string as HTML. */
  body: object | string | { bytes: Uint8Array; mime: string };
  /** Where a browser is to go next. */
  location?: string;
}

export interface Emulated {
  /** The platform itself. Must not throw. */
  handle(request: EmulatedRequest): Promise<EmulatedReply>;
  /** How this platform words an error that a fault asks for. */
  fault(code: number, request: EmulatedRequest): EmulatedReply;
  /** What was published, for `GET /__ledger`. */
  ledger(): object[];
  /** What a person may let go wrong, as it stands now. */
  switches(): Switch[];
  /** Changes the account's circumstances, for `POST /__profile`; throws on bad input. */
  change(body: unknown): void;
}

export interface RunningEmulator {
  url: string;
  faults: Faults;
  close(): Promise<void>;
}

const maxBody = 16 * 1024 * 1024;

/** Serves a platform on 127.0.0.1 (port 0: any free one) with its misfortunes and its `/__…` control routes. */
export async function serve(port: number, start: (url: string, faults: Faults) => Emulated): Promise<RunningEmulator> {
  const faults = new Faults();
  const held: { emulated?: Emulated } = {};
  const server = createServer((request, response) => {
    if (held.emulated) void respond(held.emulated, faults, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  held.emulated = start(url, faults);
  return {
    url,
    faults,
    close: () =>
      new Promise((resolve) => {
        faults.clear();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function respond(
  emulated: Emulated,
  faults: Faults,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const request = await read(incoming);
  if (!request) return void response.writeHead(413).end();
  if (request.path.startsWith('/__')) return send(response, control(emulated, faults, request));
  const fault = faults.take(request.path);
  if (fault?.mode === 'drop-before') return void response.destroy();
  if (fault?.mode === 'error') return send(response, emulated.fault(fault.errcode, request));
  if (fault?.mode === 'delay') await pause(fault.ms);
  const reply = await emulated.handle(request);
  await faults.wait(request.path);
  if (fault?.mode === 'drop-after') return void response.destroy();
  if (fault?.mode === 'delay-after') await pause(fault.ms);
  if (fault?.mode === 'bad-gateway') return send(response, { status: 502, body: '<h1>502 Bad Gateway</h1>' });
  send(response, fault?.mode === 'error-after' ? emulated.fault(fault.errcode, request) : reply);
}

async function read(incoming: IncomingMessage): Promise<EmulatedRequest | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBody) return null;
    chunks.push(chunk);
  }
  const url = new URL(incoming.url ?? '/', 'http://emulator');
  return {
    method: incoming.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    contentType: incoming.headers['content-type'] ?? '',
    bytes: new Uint8Array(Buffer.concat(chunks)),
    remoteAddress: incoming.socket.remoteAddress ?? '',
  };
}

function send(response: ServerResponse, { status, body, location }: EmulatedReply): void {
  if (response.destroyed) return;
  if (location) response.setHeader('location', location);
  if (typeof body === 'string') response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(body);
  else if ('bytes' in body) response.writeHead(status, { 'content-type': body.mime }).end(body.bytes);
  else response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}

// Real time on purpose: a client's own time-outs are real.
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
