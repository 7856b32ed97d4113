import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { handleCallback } from '../../campaigns/channels/wechat/callback/handle-callback.ts';
import { toChannelEvent } from '../../campaigns/channels/wechat/inbox.ts';
import { createMemoryEvents } from '../../campaigns/outbox/journal/memory-events.ts';
import type { ChannelEvents } from '../../campaigns/ports/channel-events.ts';
import type { Clock } from '../../campaigns/ports/clock.ts';
import type { CallbackTrouble } from './ordeal.ts';

const keys = { token: 'demo-token', appId: 'wxdemo', aesKeys: ['abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG'] };

/** Where the platform's messages arrive: the real address's own code on a real socket. It outlives every worker. */
export interface Inbox {
  events: ChannelEvents;
  /** For the emulator: where to send, and what goes wrong on the way. */
  profile(trouble: CallbackTrouble): Record<string, unknown> & { url: string; token: string };
  close(): Promise<void>;
}

export async function openInbox(clock: Clock): Promise<Inbox> {
  const events = createMemoryEvents();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const now = clock.now();
      const query = new URL(request.url ?? '/', 'http://localhost').searchParams;
      const { status, body, event } = handleCallback(
        { method: request.method ?? '', query, body: new Uint8Array(Buffer.concat(chunks)) },
        keys,
        now,
      );
      const kept = event ? events.add(toChannelEvent(event, keys.appId, now)) : Promise.resolve(false);
      void kept.then(() => response.writeHead(status).end(body));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    events,
    profile: (trouble) => ({
      url,
      token: keys.token,
      aesKey: keys.aesKeys[0],
      ...(trouble === 'lost'
        ? { lost: 20 }
        : trouble === 'doubled'
          ? { doubled: 20, reordered: true }
          : { early: true }),
    }),
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
