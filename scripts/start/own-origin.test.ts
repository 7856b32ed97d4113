import { expect, it } from 'vitest';
import { fromOwnPage } from './own-origin.ts';

const asked = (
  origin: string | undefined,
  host: string,
  adminUrl: string,
  more: { method?: string; site?: string } = {},
) =>
  fromOwnPage(
    {
      method: more.method ?? 'POST',
      headers: {
        host,
        ...(origin === undefined ? {} : { origin }),
        ...(more.site ? { 'sec-fetch-site': more.site } : {}),
      },
    },
    { adminUrl },
  );

const plain = 'http://desk.intranet:3000';
const safe = 'https://desk.example.gov.cn';

it.each([
  ['its own page', 'http://desk.intranet:3000', 'desk.intranet:3000', plain],
  ['its own page by number', 'http://10.1.2.3:3000', '10.1.2.3:3000', plain],
  ['its own page on this machine', 'http://localhost:3000', 'localhost:3000', safe],
  ['its own page behind a proxy that names itself', safe, '127.0.0.1:3000', safe],
  ['a program', undefined, 'desk.intranet:3000', plain],
])('%s may change something', (_, origin, host, adminUrl) => {
  expect(asked(origin, host, adminUrl)).toBe(true);
});

it.each([
  ['another site', 'http://evil.example', 'desk.intranet:3000', plain],
  ['another port of the same machine', 'http://desk.intranet:8080', 'desk.intranet:3000', plain],
  ['a page without an address', 'null', 'desk.intranet:3000', plain],
  ['nonsense', 'desk.intranet:3000', 'desk.intranet:3000', plain],
  ['the same name without a certificate', 'http://desk.example.gov.cn', 'desk.example.gov.cn', safe],
])('%s may not', (_, origin, host, adminUrl) => {
  expect(asked(origin, host, adminUrl)).toBe(false);
  expect(asked(origin, host, adminUrl, { method: 'DELETE' })).toBe(false);
  expect(asked(origin, host, adminUrl, { method: 'GET' })).toBe(true);
});

it('a browser that only says it comes from elsewhere is believed', () => {
  expect(asked(undefined, 'desk.intranet:3000', plain, { site: 'cross-site' })).toBe(false);
  expect(asked(undefined, 'desk.intranet:3000', plain, { site: 'same-origin' })).toBe(true);
});
