import { createServer, request, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { readTrustedProxies } from '../../cms/http/client-address.ts';
import { guardDesk } from './guard-desk.ts';

async function ask(
  adminUrl: string,
  headers: Record<string, string> = {},
  proxies?: string,
): Promise<{ seen: IncomingHttpHeaders; answered: IncomingHttpHeaders }> {
  let seen: IncomingHttpHeaders = {};
  const server = createServer((req, res) => {
    guardDesk(req, res, {
      adminUrl,
      siteUrl: 'https://cx.example.gov.cn',
      TRUSTED_PROXIES: proxies ? readTrustedProxies(proxies)! : undefined,
    });
    seen = req.headers;
    res.end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const answered = await new Promise<IncomingHttpHeaders>((resolve, reject) => {
    request({ port: (server.address() as AddressInfo).port, host: '127.0.0.1', headers }, (res) => {
      res.resume();
      resolve(res.headers);
    })
      .on('error', reject)
      .end();
  });
  await new Promise((done) => server.close(done));
  return { seen, answered };
}

it('nobody frames the desk, and only scripts of this very answer run', async () => {
  const [a, b] = [await ask('http://localhost:3000'), await ask('http://localhost:3000')];
  const csp = String(a.answered['content-security-policy']);
  expect(csp).toContain("frame-ancestors 'none'");
  expect(csp).toMatch(/script-src 'self' 'nonce-[A-Za-z0-9+/=]{24}' 'strict-dynamic';/);
  expect(/script-src[^;]*/.exec(csp)![0]).not.toContain('unsafe');
  expect(a.seen['content-security-policy']).toBe(csp);
  expect(b.answered['content-security-policy']).not.toBe(csp);
  expect(a.answered).toMatchObject({
    'x-frame-options': 'DENY',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
  });
});

it("who asks is the connection's other end, whatever the request says", async () => {
  const { seen } = await ask('http://localhost:3000', {
    'x-chengxin-peer': '6.6.6.6',
    'x-forwarded-for': '6.6.6.6',
    'content-security-policy': "script-src 'nonce-mine'",
  });
  expect(seen['x-chengxin-peer']).toBe('127.0.0.1');
  expect(seen['content-security-policy']).not.toContain('nonce-mine');
});

it('a proxy is believed only where the setting says so', async () => {
  expect(
    (await ask('http://localhost:3000', { 'x-forwarded-for': '6.6.6.6, 203.0.113.7' }, '127.0.0.1')).seen[
      'x-chengxin-peer'
    ],
  ).toBe('203.0.113.7');
  expect(
    (await ask('http://localhost:3000', { 'x-forwarded-for': '6.6.6.6' }, '10.0.0.0/8')).seen['x-chengxin-peer'],
  ).toBe('127.0.0.1');
});

it('an address with a certificate is only ever asked with one', async () => {
  expect((await ask('https://desk.example.gov.cn')).answered['strict-transport-security']).toContain('max-age');
  expect((await ask('http://localhost:3000')).answered['strict-transport-security']).toBeUndefined();
});
