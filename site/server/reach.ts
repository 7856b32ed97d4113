import { machineNow } from './machine-clock.ts';
import { readFileSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';

/** How long one visitor proves it. */
const proves = 30 * 24 * 3_600_000;
/** So often the proof is written anew while visitors keep coming. */
const anew = 24 * 3_600_000;

/** Over which networks the public really reaches this site. */
export interface Reach {
  /** Somebody was answered at this address. @returns true when that says something new about the site */
  met(address: string): boolean;
  overIpv6(): boolean;
}

/**
 * “本站支持IPv6” is an inspection duty (国家IPv6发展监测), and a promise: it is said only when somebody out there was answered
 * over IPv6 within thirty days, directly or through a trusted proxy. Listening on `::` proves nothing about the way there.
 * @param file where the last proof is kept over a restart
 */
export function openReach(file: string, now: () => Date = () => new Date(machineNow())): Reach {
  let proved = lastProof(file);
  const overIpv6 = () => now().getTime() - proved < proves;
  return {
    overIpv6,
    met(address) {
      if (!isPublicIpv6(address) || now().getTime() - proved < anew) return false;
      const isNews = !overIpv6();
      proved = now().getTime();
      try {
        writeFileSync(file, JSON.stringify({ ipv6: new Date(proved).toISOString() }), { mode: 0o600 });
      } catch {
        // Then it is found out again after the next start.
      }
      return isNews;
    },
  };
}

/** Of IPv6 only 2000::/3 is given out; 2001:db8::/32 is for examples. */
const isPublicIpv6 = (address: string): boolean =>
  isIP(address) === 6 && /^[23][0-9a-f]{3}:/.test(address) && !/^2001:0?db8:/.test(address);

function lastProof(file: string): number {
  try {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const at =
      typeof kept === 'object' && kept !== null && 'ipv6' in kept && typeof kept.ipv6 === 'string'
        ? Date.parse(kept.ipv6)
        : Number.NaN;
    return Number.isNaN(at) ? Number.NEGATIVE_INFINITY : at;
  } catch {
    return Number.NEGATIVE_INFINITY;
  }
}

const key = Symbol.for('chengxin.reach');
type Holder = Record<symbol, Reach | undefined>;

/** What the pages, which live in a bundle of their own, ask; before the server is up nothing is known. */
export const reach = (): Pick<Reach, 'overIpv6'> => (globalThis as Holder)[key] ?? { overIpv6: () => false };
export const setReach = (known: Reach | undefined): void => void ((globalThis as Holder)[key] = known);
