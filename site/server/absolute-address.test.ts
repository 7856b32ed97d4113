import { expect, it } from 'vitest';
import { takeAbsoluteAddress } from './absolute-address.ts';
import { guard } from './guard.ts';

it.each([
  ['http://cx.example/s/1/?a=b', '/s/1/?a=b', 'cx.example'],
  ['https://cx.example:8443/', '/', 'cx.example:8443'],
  ['http://cx.example', '/', 'cx.example'],
  ['HTTP://cx.example?x', '/?x', 'cx.example'],
  ['/s/1/', '/s/1/', 'other.example'],
  ['//evil.example/', '//evil.example/', 'other.example'],
  ['ftp://cx.example/', 'ftp://cx.example/', 'other.example'],
  ['http:///x', 'http:///x', 'other.example'],
])('%s is %s of %s', (url, path, host) => {
  const request = { url, headers: { host: 'other.example' } };
  takeAbsoluteAddress(request);
  expect([request.url, request.headers.host]).toEqual([path, host]);
});

it('what it names passes the same guard as any other address', () => {
  const asked = (url: string) => {
    const request = { method: 'GET', url, headers: { host: 'cx.example' } };
    takeAbsoluteAddress(request);
    return guard(request);
  };
  expect(asked('http://cx.example/s/1/')).toMatchObject({ pathname: '/s/1/' });
  expect(asked('http://cx.example/admin')).toMatchObject({ status: 404 });
  expect(asked('http://cx.example//evil.example/')).toMatchObject({ status: 400 });
  expect(asked('http://user:pass@cx.example/')).toMatchObject({ status: 400 });
});
