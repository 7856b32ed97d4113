import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerOdd, encodedAddress } from './odd-address.ts';

const server = createServer((_, response) => response.end('ok'));
server.on('clientError', answerOdd);
beforeAll(() => new Promise<void>((done) => server.listen(0, '127.0.0.1', done)));
afterAll(() => void server.close());

function ask(bytes: string | Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1', () => socket.write(bytes));
    let text = '';
    socket
      .on('data', (chunk) => (text += chunk.toString()))
      .on('end', () => resolve(text))
      .on('error', reject);
  });
}

test('Chinese characters in an address lead to its encoded form', async () => {
  const answer = await ask('GET /search/?q=信用&d=%E4%BF%A1 HTTP/1.1\r\nHost: x\r\n\r\n');
  expect(answer).toMatch(/^HTTP\/1\.1 308 /);
  expect(answer).toContain('location: /search/?q=%E4%BF%A1%E7%94%A8&d=%E4%BF%A1\r\n');
});

test('what cannot be read is answered with a sentence', async () => {
  for (const bytes of [Buffer.from('GET /\xe4\xff HTTP/1.1\r\nHost: x\r\n\r\n', 'latin1'), 'nonsense\r\n\r\n']) {
    const answer = await ask(bytes);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain('请求的写法不正确');
  }
  expect(await ask(`GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 /);
});

test.each([
  'GET //evil.example/信 HTTP/1.1',
  'GET /\\evil/信 HTTP/1.1',
  'POST /信 HTTP/1.1',
  'GET http://evil.example/信 HTTP/1.1',
  'GET / HTTP/1.1',
  '',
])('“%s” leads nowhere', (line) => expect(encodedAddress(Buffer.from(`${line}\r\n\r\n`))).toBeNull());
