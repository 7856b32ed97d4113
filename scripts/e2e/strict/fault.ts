/**
 * What can go wrong with one request on its way to a platform and back. `lost` names say on which side of the
 * execution it happens; `own` is the platform's own bad mood (busy, too often, token gone), worded by the platform.
 */
export const faultKinds = [
  'cut-before-reading',
  'cut-before-executing',
  'cut-after-executing',
  'half-reply',
  'reset-after-headers',
  'gateway-before-executing',
  'gateway-after-executing',
  'drip',
  'delay',
  'own',
] as const;
export type FaultKind = (typeof faultKinds)[number];

export interface FaultPlan {
  /** The fault of the next request, or null. */
  next(path: string): FaultKind | null;
  /** In [0, 1), for how long a delay lasts and the like. */
  random(): number;
  /** How often each kind has struck. */
  readonly struck: ReadonlyMap<FaultKind, number>;
}

export interface FaultOptions {
  random(): number;
  /** Chance of a fault for each request. */
  rate: number;
  /** After so many faults everything works: a delivery that never gets through proves nothing. */
  budget: number;
  kinds?: readonly FaultKind[];
}

export function createFaultPlan({ random, rate, budget, kinds = faultKinds }: FaultOptions): FaultPlan {
  const struck = new Map<FaultKind, number>();
  let left = budget;
  return {
    random,
    struck,
    next() {
      if (left <= 0 || random() >= rate) return null;
      const kind = kinds[Math.floor(random() * kinds.length)];
      if (!kind) return null;
      left -= 1;
      struck.set(kind, (struck.get(kind) ?? 0) + 1);
      return kind;
    },
  };
}

/** Nothing ever goes wrong. */
export const calm: FaultPlan = { next: () => null, random: () => 0, struck: new Map() };
