import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

export interface ConnectionLimits {
  /** Connections open at once; files, database and outgoing connections need descriptors too. */
  most: number;
  /** How long a whole request may take to arrive, in milliseconds; its head gets a third of it. */
  arrival: number;
  /** How long a connection may stand still while something is sent or received, in milliseconds. */
  stillness?: number;
}

/**
 * Bounds what clients can hold open. When one connection too many comes, the one that has kept us waiting longest goes, so
 * that whoever sends half a request and stops (slow requests) loses to whoever asks and is answered.
 */
export function boundConnections(server: Server, { most, arrival, stillness = 60_000 }: ConnectionLimits): void {
  server.requestTimeout = arrival;
  server.headersTimeout = Math.ceil(arrival / 3);
  server.maxHeadersCount = 100;
  // A connection that reads nothing of its answer stands still too.
  server.setTimeout(stillness, (socket: Socket) => socket.destroy());
  /** Sockets that wait for their client, the longest first: a Map keeps the order of insertion. */
  const waiting = new Map<Socket, null>();
  let open = 0;
  server.on('connection', (socket: Socket) => {
    open += 1;
    waiting.set(socket, null);
    socket.once('close', () => {
      open -= 1;
      waiting.delete(socket);
    });
    if (open > most) (waiting.keys().next().value ?? socket).destroy();
  });
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request;
    // A body that is still on its way keeps us waiting; a whole request is our turn.
    const ours = () => waiting.delete(socket);
    if (
      request.complete ||
      (Number(request.headers['content-length'] ?? 0) === 0 && request.headers['transfer-encoding'] === undefined)
    )
      ours();
    else request.once('end', ours);
    response.once('close', () => {
      if (!socket.destroyed) waiting.set(socket, null);
    });
  });
}

/** `createServer` options that go with it: by default unfinished requests are looked for only every 30 s. */
export const serverOptions = { connectionsCheckingInterval: 2_000, maxHeaderSize: 16_384 } as const;
