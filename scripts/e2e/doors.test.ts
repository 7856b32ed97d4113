import { request, type IncomingHttpHeaders } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { within } from '../../.config/patience.ts';
import { adminPassword } from './people.ts';
import { furnishedInstallation } from './furnished.ts';
import { startProduct, type Environment, type Running } from './product.ts';

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  cookies: string[];
  body: string;
}

/** One plain request with exactly these headers, as a browser, a proxy or a program would send it. */
function ask(
  port: string,
  path: string,
  { body, headers = {}, method = 'GET' }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const out = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          cookies: response.headers['set-cookie'] ?? [],
          body: text,
        }),
      );
    });
    out.on('error', reject).end(body);
  });
}

const desk = 'https://desk.example.gov.cn';
const visitor = '203.0.113.7';

describe.each([
  [
    'behind one trusted proxy, with certificates',
    { ADMIN_URL: desk, SITE_URL: 'https://cx.example.gov.cn', TRUSTED_PROXIES: '1' },
    { safe: true, trusted: true },
  ],
  ['alone on a plain address, trusting nobody', {}, { safe: false, trusted: false }],
] as const)('the doors of the started product, %s', (_, settings, { safe, trusted }) => {
  let place: Environment;
  let product: Running;
  let site = '';
  let admin = '';
  let own = '';
  const json = { 'content-type': 'application/json' };
  const login = { email: 'admin@chengxin.example', password: '' };
  beforeAll(async () => {
    place = await furnishedInstallation('seeded', settings);
    [site, admin] = [place.env.SITE_PORT!, place.env.ADMIN_PORT!];
    own = safe ? desk : `http://localhost:${admin}`;
    product = await startProduct(place.env);
    login.password = /一次性密码 (\S{19})（/.exec(product.output())![1]!;
  }, within(600_000));
  afterAll(async () => {
    await product?.stop();
    await place?.drop();
  });

  /** As the page of that origin sends it. */
  const logIn = (origin: string | null, more: Record<string, string> = {}, site: string | null = null) =>
    ask(admin, '/api/users/login', {
      method: 'POST',
      body: JSON.stringify({ ...login, newPassword: adminPassword }),
      headers: { ...json, ...(origin ? { origin } : {}), ...(site ? { 'sec-fetch-site': site } : {}), ...more },
    });

  it('HSTS stands on every answer of both ports exactly where the address has a certificate', async () => {
    for (const path of ['/', '/nothing/', '/search/?q=x', '/robots.txt', '/%FF', '/api/materials.json'])
      expect([path, (await ask(site, path)).headers['strict-transport-security'] ?? null]).toEqual([
        path,
        safe ? expect.stringMatching(/^max-age=31536000/) : null,
      ]);
    for (const path of ['/', '/admin/login', '/api/users/me', '/api/nothing', '/healthz'])
      expect([path, (await ask(admin, path)).headers['strict-transport-security'] ?? null]).toEqual([
        path,
        safe ? expect.stringMatching(/^max-age=31536000/) : null,
      ]);
  });

  it('what may change something comes from a page of the desk, or from a program', async () => {
    for (const [origin, from] of [
      ['http://evil.example', null],
      ['null', null],
      [`http://127.0.0.1:${site}`, null],
      [null, 'cross-site'],
      ...(safe ? [['http://desk.example.gov.cn', null] as const] : []),
    ] as const) {
      const { body, status } = await logIn(origin, {}, from);
      expect([origin, from, status, body]).toEqual([origin, from, 403, expect.stringContaining('别的网站')]);
    }
    for (const method of ['PATCH', 'PUT', 'DELETE'])
      expect([
        method,
        (await ask(admin, '/api/stories/x', { method, headers: { origin: 'http://evil.example' } })).status,
      ]).toEqual([method, 403]);
    // Looking is nobody's harm; the public port takes nothing in at all.
    expect((await ask(admin, '/api/users/me', { headers: { origin: 'http://evil.example' } })).status).toBe(200);
    expect((await ask(site, '/', { method: 'POST', headers: { origin: own } })).status).toBe(405);
    expect((await ask(site, '/admin/')).status).toBe(404);
    expect((await ask(admin, '/api/users/me', { headers: { host: 'elsewhere.example' } })).status).toBe(421);
  });

  it('cookies of an address with a certificate never travel without one, and no script reads them', async () => {
    const forwarded = { 'x-forwarded-for': `6.6.6.6, ${visitor}`, ...(safe ? { host: 'desk.example.gov.cn' } : {}) };
    const { body, cookies, status } = await logIn(own, forwarded, 'same-origin');
    expect([status, body.slice(0, 200)]).toEqual([200, expect.anything()]);
    login.password = adminPassword;
    for (const name of ['payload-token', 'cx-known-']) {
      const cookie = cookies.find((text) => text.startsWith(name)) ?? `no ${name}`;
      expect(cookie).toMatch(/; HttpOnly/i);
      expect(cookie).toMatch(/; SameSite=(Lax|Strict)/i);
      expect([name, /; Secure/i.test(cookie)]).toEqual([name, safe]);
    }
    // Whose machine it was: the visitor's where the proxy is trusted, the connection's other end where nobody is.
    const { token } = JSON.parse(body) as { token: string };
    const sessions = JSON.parse(
      (await ask(admin, '/api/sign-ins?depth=0', { headers: { authorization: `JWT ${token}` } })).body,
    ) as { docs: { address: string }[] };
    expect(sessions.docs.map(({ address }) => address)).toEqual([trusted ? visitor : '127.0.0.1']);
    // A session over the cookie alone: a page of the desk may, another site's may not.
    const cookie = cookies.map((text) => text.split(';')[0]).join('; ');
    const made = (origin: string) =>
      ask(admin, '/api/columns', {
        method: 'POST',
        body: '{}',
        headers: { ...json, cookie, origin, 'sec-fetch-site': origin === own ? 'same-origin' : 'cross-site' },
      });
    expect([(await made(own)).status, (await made('http://evil.example')).status]).toEqual([400, 403]);
  });

  it('figures are for this machine: whoever comes through a proxy is not on it, whatever it says', async () => {
    expect((await ask(admin, '/metrics')).status).toBe(200);
    expect((await ask(admin, '/metrics', { headers: { 'x-forwarded-for': '127.0.0.1' } })).status).toBe(401);
    expect((await ask(admin, '/healthz/live', { headers: { 'x-forwarded-for': visitor } })).status).toBe(200);
  });
});
