import { BlockList, isIP } from 'node:net';

/** Which machines in front of us may say whose request they hand on: so many of them, or those in these networks. */
export type TrustedProxies = { count: number } | { networks: BlockList };

/** At most so many steps of a forwarded request are looked at. */
const mostHops = 20;

const plain = (address: string): string =>
  address
    .trim()
    .replace(/^\[|\](:\d+)?$/g, '')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replace(/^::ffff:(?=\d+\.)/i, '')
    .replace(/%.*$/, '')
    .toLowerCase();

/**
 * Reads the setting TRUSTED_PROXIES: a number of proxies, or addresses and networks (CIDR) with commas between.
 * @returns null for one that says neither
 */
export function readTrustedProxies(text: string): TrustedProxies | null {
  const words = text.split(',').map((word) => word.trim());
  if (/^[1-9]$/.test(text.trim())) return { count: Number(text) };
  const networks = new BlockList();
  for (const word of words) {
    const [address = '', bits, ...more] = word.split('/');
    const version = isIP(address);
    if (
      version === 0 ||
      more.length > 0 ||
      (bits !== undefined && !(/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128)))
    )
      return null;
    const family = version === 4 ? 'ipv4' : 'ipv6';
    networks.addSubnet(address, bits === undefined ? (version === 4 ? 32 : 128) : Number(bits), family);
  }
  return { networks };
}

/**
 * Whose machine asks. Without trusted proxies it is the connection's other end, whatever `X-Forwarded-For` says; a
 * trusted one is believed about the machine before it, and so on from right to left. What is no address ends the walk.
 * The one place of the product where an address is found out: every limit and every record uses it.
 */
export function clientAddress(
  peer: string | undefined,
  forwarded: string | readonly string[] | undefined,
  trusted: TrustedProxies | undefined,
): string {
  let address = plain(peer ?? '');
  if (!trusted || !forwarded) return address;
  const hops = [forwarded].flat().join(',').slice(-2_000).split(',').map(plain).slice(-mostHops);
  for (let passed = 0; hops.length > 0; passed += 1) {
    if ('count' in trusted ? passed >= trusted.count : !holds(trusted.networks, address)) break;
    const before = hops.pop()!;
    if (isIP(before) === 0) break;
    address = before;
  }
  return address;
}

const holds = (networks: BlockList, address: string): boolean =>
  isIP(address) !== 0 && networks.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6');

/** What one party can hardly have many of: an IPv4 address, or the /64 network that one IPv6 line is given. */
export function lineOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = address.split('::');
  const groups = (part: string | undefined): string[] => (part ? part.split(':') : []);
  const [left, right] = [groups(head), groups(tail)];
  const whole =
    tail === undefined
      ? left
      : [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right];
  return `${whole
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
