import type { Payload } from 'payload';
import { expect, it } from 'vitest';
import { isKnownToSomebody, knownBrowser, knownBrowserCookie } from './known-browser.ts';

const desk = (secret: string, secure?: boolean) =>
  ({ secret, collections: { users: { config: { auth: { cookies: { secure } } } } } }) as unknown as Payload;
const here = desk('部署的密钥');
const now = Date.UTC(2026, 5, 14);
const day = 86_400_000;
const cookie = (person = 'u1', at = now, payload = here) => knownBrowserCookie(payload, person, at).split(';')[0] ?? '';
const known = (header: string, person = 'u1', at = now, payload = here) =>
  knownBrowser(payload, person, new Headers({ cookie: header }), at);

it('tells a browser to its own account, and only that it is known to the others', () => {
  expect(known(cookie())).toMatch(/^[\w-]{16}$/);
  expect(known(cookie(), 'u2')).toBeNull();
  expect(isKnownToSomebody(here, cookie(), now)).toBe(true);
});

it('colleagues share a machine: each finds the own mark among both', () => {
  const both = `a=1; ${cookie('u2')}; ${cookie('u1')}`;
  expect(known(both, 'u1')).not.toBeNull();
  expect(known(both, 'u2')).not.toBeNull();
  expect(known(both, 'u1')).not.toBe(known(both, 'u2'));
});

it('is good for half a year and no longer', () => {
  expect(known(cookie(), 'u1', now + 180 * day - 1)).not.toBeNull();
  expect(known(cookie(), 'u1', now + 180 * day)).toBeNull();
  expect(isKnownToSomebody(here, cookie(), now + 180 * day)).toBe(false);
});

it('no one else can make one, nor make one younger or another’s', () => {
  const [name = '', value = ''] = cookie().split('=');
  const [mark, since, own, any] = value.split('.');
  const later = (now + 9 * day).toString(36);
  for (const forged of [
    `${name}=${mark}.${later}.${own}.${any}`,
    `${name}=${mark}x.${since}.${own}.${any}`,
    `${name}=${mark}.${since}.${any}.${own}`,
    `${name}=${mark}.${since}`,
    `${name}=`,
    name,
    cookie('u1', now, desk('别的密钥')),
  ]) {
    expect(known(forged), forged).toBeNull();
    expect(isKnownToSomebody(here, forged, now), forged).toBe(false);
  }
});

it('a flood of cookies, or none, is answered and is nobody’s', () => {
  expect(isKnownToSomebody(here, undefined, now)).toBe(false);
  expect(isKnownToSomebody(here, 'cx-known-a=1.2.3.4; '.repeat(5_000), now)).toBe(false);
  expect(known('')).toBeNull();
});

it('travels out of reach of scripts and other sites, and never without a certificate where there is one', () => {
  const plain = knownBrowserCookie(here, 'u1', now);
  for (const word of ['HttpOnly', 'SameSite=Strict', 'Path=/', `Max-Age=${180 * 86_400}`])
    expect(plain).toContain(word);
  expect(plain).not.toContain('Secure');
  expect(knownBrowserCookie(desk('x', true), 'u1', now)).toContain('; Secure');
  expect(plain).not.toContain('u1');
});
