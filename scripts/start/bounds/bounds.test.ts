import { createHmac } from 'node:crypto';
import { createServer, request as ask, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyLimit } from './body-limit.ts';
import { boundBody } from './bound-body.ts';
import { looksSignedIn } from './session.ts';

const secret = 'a-secret-for-tests-only-0123456789';
const now = new Date('2026-11-27T09:00:00+08:00');
function token(claims: object, key = secret): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
  return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`;
}
const later = Math.floor(now.getTime() / 1000) + 60;

describe('a log-in', () => {
  it('is known by its signature and its end', () => {
    const good = token({ id: '1', exp: later });
    expect(looksSignedIn({ cookie: `a=b; payload-token=${good}` }, secret, now)).toBe(true);
    expect(looksSignedIn({ authorization: `JWT ${good}` }, secret, now)).toBe(true);
    expect(looksSignedIn({ cookie: `payload-token=${token({ id: '1', exp: later - 61 })}` }, secret, now)).toBe(false);
    expect(looksSignedIn({ cookie: `payload-token=${token({ id: '1', exp: later }, 'another')}` }, secret, now)).toBe(
      false,
    );
    expect(looksSignedIn({ cookie: `xpayload-token=${good}` }, secret, now)).toBe(false);
  });

  it.each(['', 'x', 'a.b', 'a.b.c', '..', 'a.b.c.d', `${'a'.repeat(9000)}.b.c`, token({}), token([] as object)])(
    'is not: %.40s',
    (text) => {
      expect(looksSignedIn({ cookie: `payload-token=${text}` }, secret, now)).toBe(false);
    },
  );
});

describe('the limit', () => {
  const uploads = ['/api/media', '/api/papers'];
  const of = (url: string, signedIn: boolean, method = 'POST') =>
    bodyLimit({ method, url, headers: { 'content-length': '1' } }, signedIn, uploads);
  it('is small for strangers, and files are for people who are signed in', () => {
    expect(of('/api/users/login', false)).toMatchObject({ bytes: 16_384 });
    expect(of('/api/media', false)).toMatchObject({ status: 401, sentence: expect.stringContaining('重新登录') });
    expect(of('/api/papers/1?depth=0', false, 'PATCH')).toMatchObject({ status: 401 });
    expect(of('/api/media', true)).toMatchObject({ bytes: 20 * 1024 * 1024 + 262_144 });
    expect(of('/api/mediamtx', true)).toMatchObject({ bytes: 8 * 1024 * 1024 });
    expect(of('/admin/login', false)).toMatchObject({ bytes: 16_384 });
  });
});

describe('a body', () => {
  let server: Server;
  let port = 0;
  const seen: { bytes: number; aborted: boolean }[] = [];
  beforeAll(async () => {
    server = createServer((request, response) => {
      if (
        !boundBody(
          request,
          response,
          { bytes: 1_000, sentence: '太长：请缩短。' },
          request.headers['x-trusted'] !== undefined,
        )
      )
        return;
      const row = { bytes: 0, aborted: false };
      seen.push(row);
      request.on('data', (chunk: Buffer) => (row.bytes += chunk.length));
      request.on('error', () => (row.aborted = true));
      request.on('end', () => response.end('ok'));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => void server.close());

  it('within the limit arrives whole, with a length or in chunks', async () => {
    for (const headers of [{ 'content-length': '1000' }, { 'transfer-encoding': 'chunked' }]) {
      const answer = await new Promise<number>((resolve, reject) => {
        const out = ask(
          { port, host: '127.0.0.1', method: 'POST', headers },
          (r) => (r.resume(), resolve(r.statusCode ?? 0)),
        );
        out.on('error', reject).end(Buffer.alloc(1_000));
      });
      expect(answer).toBe(200);
      expect(seen.at(-1)).toMatchObject({ bytes: 1_000 });
    }
  });

  it('that says it is longer is refused before it is read, and its sender can read why', async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/api/users/login`, {
      method: 'POST',
      headers: { 'x-trusted': '1' },
      body: new Uint8Array(4_000_000),
    });
    expect(answer.status).toBe(413);
    expect(await answer.json()).toEqual({ errors: [{ message: '太长：请缩短。' }], message: '太长：请缩短。' });
  });

  it('that grows longer on the way is cut off, however much would follow', async () => {
    const count = seen.length;
    const heard = await new Promise<string>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.write('POST /x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n');
        const chunk = `4000\r\n${'x'.repeat(0x4000)}\r\n`;
        const more = () => {
          while (!socket.destroyed && socket.write(chunk));
        };
        socket.on('drain', more);
        more();
      });
      let text = '';
      socket
        .on('data', (chunk) => (text += chunk.toString()))
        .on('error', () => undefined)
        .on('close', () => resolve(text));
    });
    expect(heard === '' || heard.includes('413')).toBe(true);
    expect(seen).toHaveLength(count + 1);
    expect(seen.at(-1)?.bytes).toBeLessThanOrEqual(1_000);
  });

  it('from a stranger is not drained for ever', async () => {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    await new Promise<void>((done) => socket.on('connect', () => done()));
    socket.write('POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 999999999\r\n\r\n');
    let sent = 0;
    await new Promise<void>((done) => {
      socket.on('close', () => done());
      const more = () => {
        while (!socket.destroyed && socket.write(Buffer.alloc(16_384))) sent += 16_384;
      };
      socket.on('drain', more);
      more();
    });
    expect(sent).toBeLessThan(16 * 1024 * 1024);
  });
});
