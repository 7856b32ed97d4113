import { IncomingMessage, ServerResponse, type OutgoingHttpHeader, type OutgoingHttpHeaders } from 'node:http';
import { Socket } from 'node:net';
import type { Answer } from './answer.ts';

/** The handler that the built site exports in middleware mode. */
export type SiteHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Collects what a handler writes instead of sending it. */
class Collector extends ServerResponse {
  #chunks: Uint8Array[] = [];
  #done: (answer: Answer) => void = () => undefined;
  readonly answer = new Promise<Answer>((resolve) => (this.#done = resolve));

  override writeHead(
    status: number,
    first?: string | OutgoingHttpHeaders | OutgoingHttpHeader[],
    second?: OutgoingHttpHeaders | OutgoingHttpHeader[],
  ): this {
    this.statusCode = status;
    const headers = typeof first === 'object' ? first : second;
    for (const [name, value] of Object.entries(headers ?? {})) if (value !== undefined) this.setHeader(name, value);
    return this;
  }

  override write(chunk: unknown, ...more: unknown[]): boolean {
    this.#chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Uint8Array));
    // Astro goes on in the callback when a page breaks off in the middle.
    for (const callback of more) if (typeof callback === 'function') callback();
    return true;
  }

  override end(chunk?: unknown): this {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) this.write(chunk);
    const headers = Object.entries(this.getHeaders()).map(([name, value]): [string, string] => [name, String(value)]);
    this.#done({ status: this.statusCode, headers, body: Buffer.concat(this.#chunks) });
    return this;
  }

  override destroy(): this {
    this.#done({ status: 500, headers: [], body: new Uint8Array() });
    return this;
  }
}

/**
 * Asks the built site for an address inside this process, without a socket.
 * The visitor's headers stay outside: pages are the same for everybody.
 * @param limit milliseconds after which a page that does not come counts as 503.
 */
export async function capture(handler: SiteHandler, path: string, limit = 20_000): Promise<Answer> {
  const request = new IncomingMessage(new Socket());
  request.method = 'GET';
  request.url = path;
  request.headers = { host: 'localhost' };
  const response = new Collector(request);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Answer>((resolve) => {
    timer = setTimeout(resolve, limit, { status: 503, headers: [], body: new Uint8Array() });
  });
  const rendering = handler(request, response).then(
    () => response.answer,
    (): Answer => ({ status: 500, headers: [], body: new Uint8Array() }),
  );
  return Promise.race([rendering, late]).finally(() => clearTimeout(timer));
}
