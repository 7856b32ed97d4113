import { expect, it } from 'vitest';
import { allowedHost } from './allowed-host.ts';

const settings = { adminUrl: 'https://desk.example.gov.cn' };

it.each(['localhost:3000', '127.0.0.1:3000', '[::1]:3000', '10.1.2.3', 'desk.example.gov.cn'])('lets %s in', (host) => {
  expect(allowedHost(host, settings)).toBe(true);
});

it.each([undefined, '', 'evil.example', 'desk.example.gov.cn.evil.example', 'a b', 'x'.repeat(300)])(
  'refuses %s',
  (host) => {
    expect(allowedHost(host, settings)).toBe(false);
  },
);
