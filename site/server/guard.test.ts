import { expect, test } from 'vitest';
import { guard } from './guard.ts';

const ask = (url: string, method = 'GET', host = 'cx.example.gov.cn'): number => {
  const result = guard({ method, url, headers: { host } });
  return result instanceof URL ? 200 : result.status;
};

test.each([
  ['/', 'GET', 200],
  ['/s/1?d=x', 'HEAD', 200],
  ['/api/materials.json?since=x', 'GET', 200],
  ['/', 'POST', 405],
  ['/', 'DELETE', 405],
  [`/${'a'.repeat(2048)}`, 'GET', 414],
  ['/admin', 'GET', 404],
  ['/Admin/login', 'GET', 404],
  ['/api/users', 'GET', 404],
  ['/_next/x.js', 'GET', 404],
  ['//evil.example/', 'GET', 400],
  ['/\\evil', 'GET', 400],
  ['http://evil.example/', 'GET', 400],
  ['/%zz', 'GET', 400],
  ['/a%00b', 'GET', 400],
  ['/a%0d%0aSet-Cookie:x', 'GET', 400],
])('%s by %s answers %i', (url, method, status) => expect(ask(url, method)).toBe(status));

test.each(['', 'evil host', 'a/b', 'x@y', '..'])('a Host header “%s” is refused', (host) =>
  expect(ask('/', 'GET', host)).toBe(400),
);
test.each(['127.0.0.1:4321', '[::1]:4321', 'localhost', '诚信.example'.replace('诚信', 'xn--2bt')])(
  'a Host header “%s” is fine',
  (host) => expect(ask('/', 'GET', host)).toBe(200),
);
