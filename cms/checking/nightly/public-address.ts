import { BlockList, isIP } from 'node:net';

/** Networks that are nobody's on the internet: one's own machine, the office, the cloud's own services (RFC 6890, 4193, 4291 …). */
const inner = new BlockList();
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  inner.addSubnet(net, prefix, 'ipv4');
// Of IPv6 only 2000::/3 is given out; what carries an IPv4 address inside is not needed to reach a public page.
const outer = new BlockList();
outer.addSubnet('2000::', 3, 'ipv6');
const carriers = new BlockList();
for (const [net, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  carriers.addSubnet(net, prefix, 'ipv6');

/** True for an address of a machine on the internet. Names are not addresses: resolve first. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !inner.check(address, 'ipv4');
    case 6:
      return outer.check(address, 'ipv6') && !carriers.check(address, 'ipv6');
    default:
      return false;
  }
}
