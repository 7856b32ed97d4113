import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../../../../ports/clock.ts';
import type { WechatEvent } from '../event.ts';
import { handleCallback } from '../handle-callback.ts';
import type { CallbackKeys } from '../keys.ts';

export interface Receiver {
  url: string;
  /** Every event that was accepted, repetitions too. */
  events: WechatEvent[];
  /** Status of every answer. */
  answers: number[];
  close(): Promise<void>;
}

/** A server with nothing but the callback address, on a real socket; `keys` may change while it runs. */
export async function startReceiver(keys: () => CallbackKeys, clock: Clock): Promise<Receiver> {
  const events: WechatEvent[] = [];
  const answers: number[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request
      .on('data', (chunk: Buffer) => chunks.push(chunk))
      .on('end', () => {
        const query = new URL(request.url ?? '/', 'http://receiver').searchParams;
        const answer = handleCallback(
          { method: request.method ?? '', query, body: Buffer.concat(chunks) },
          keys(),
          clock.now(),
        );
        if (answer.event) events.push(answer.event);
        answers.push(answer.status);
        response.writeHead(answer.status, { 'content-type': 'text/plain; charset=utf-8' }).end(answer.body);
      });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/wechat`,
    events,
    answers,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
