import { describe, expect, it } from 'vitest';
import { clientAddress, lineOf, readTrustedProxies } from './client-address.ts';

describe('clientAddress', () => {
  it.each([
    ['nobody is trusted: what a client writes is not believed', undefined, '::ffff:127.0.0.1', '6.6.6.6', '127.0.0.1'],
    ['one proxy', '1', '10.0.0.1', '6.6.6.6, 203.0.113.7', '203.0.113.7'],
    ['one proxy that says nothing', '1', '10.0.0.1', undefined, '10.0.0.1'],
    ['two proxies', '2', '10.0.0.1', '6.6.6.6, 203.0.113.7, 10.0.0.2', '203.0.113.7'],
    ['two proxies, one of them silent', '2', '10.0.0.1', '203.0.113.7', '203.0.113.7'],
    ['a trusted network', '10.0.0.0/8, 127.0.0.1', '127.0.0.1', '6.6.6.6, 203.0.113.7, 10.9.9.9', '203.0.113.7'],
    ['a peer outside of it', '10.0.0.0/8', '203.0.113.9', '6.6.6.6', '203.0.113.9'],
    ['everybody on the way is trusted', '10.0.0.0/8', '10.0.0.1', '10.0.0.3, 10.0.0.2', '10.0.0.3'],
    ['something that is no address', '127.0.0.1', '127.0.0.1', '203.0.113.7, unknown', '127.0.0.1'],
    ['with a port', '1', '127.0.0.1', '203.0.113.7:5123', '203.0.113.7'],
    ['IPv6 with a port', '::1', '::1', '[2001:db8::7]:443', '2001:db8::7'],
    ['an IPv6 network', 'fd00::/8', 'fd00::1', '2001:DB8::7', '2001:db8::7'],
  ])('%s', (_, setting, peer, forwarded, address) => {
    const trusted = setting === undefined ? undefined : readTrustedProxies(setting)!;
    expect(clientAddress(peer, forwarded, trusted)).toBe(address);
  });

  it('a header without end costs nothing', () => {
    expect(clientAddress('127.0.0.1', '127.0.0.1,'.repeat(100_000), readTrustedProxies('127.0.0.1')!)).toBe(
      '127.0.0.1',
    );
  });
});

it.each(['0', '-1', '10', 'yes', '1.2.3', '10.0.0.0/33', '10.0.0.0/8/8', 'fd00::/129', '10.0.0.1,', 'proxy.example'])(
  '%s is no setting',
  (text) => expect(readTrustedProxies(text)).toBeNull(),
);

it.each([
  ['203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['', ''],
])('%j is on the line %s', (address, line) => expect(lineOf(address)).toBe(line));
