import type { Channel } from '../../campaigns/channels/channel.ts';
import type { Faults } from '../../campaigns/channels/emulator/faults.ts';
import type { Clock } from '../../campaigns/ports/clock.ts';
import type { CallbackTrouble, WireMode } from './ordeal.ts';
import type { Wire } from './wire.ts';

/** One platform of one run, with the real client for it. */
export interface Place {
  /** A channel as a new process would make it. */
  channel(): Channel;
  wire: Wire;
  /** Misfortunes on the wire: taken one by one, each at the request that it fits. */
  strike(): void;
  /** How many have struck so far. */
  struck(): number;
  /** From here on nothing goes wrong any more. */
  relent(): void;
  /** Delivery ids of all copies that ever came out, one entry a copy. */
  copies(): Promise<string[]>;
  /** Of these, the ones that readers still see. */
  visible(): Promise<string[]>;
  close(): Promise<void>;
}

export interface PlaceOptions {
  clock: Clock;
  /** In [0, 1). */
  random(): number;
  /** How connections break and errors come; none: they do not. */
  modes: readonly WireMode[];
  /** What goes wrong with the platform's own messages; undefined: it sends none. */
  callbacks?: CallbackTrouble;
  /** Whether copies are taken back in this run: then the calls for that break too. */
  recalls?: boolean;
}

/** A kind of platform. */
export interface Kind {
  name: string;
  open(options: PlaceOptions): Promise<Place>;
  /**
   * How long after a doubtful send the platform can still tell whether it was executed; later only a person can. Null:
   * for ever. Milliseconds.
   */
  tellsForMs: number | null;
}

/** Misfortunes of one run: after ten sends in vain a delivery is rightly a person's, and proves nothing. */
const budget = 8;

/**
 * Misfortunes of an emulator, on these paths and with these passing error codes. The first code is the platform's
 * “busy”, which alone may also come after the work was done.
 */
export function trouble(
  faults: Faults,
  { random, modes }: Pick<PlaceOptions, 'random' | 'modes'>,
  paths: readonly string[],
  codes: readonly number[],
) {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const { take } = faults;
  let struck = 0;
  let left = budget;
  faults.take = (path) => {
    const fault = take.call(faults, path);
    if (fault) struck += 1;
    return fault;
  };
  return {
    strike: () => {
      faults.clear();
      if (modes.length === 0) return;
      for (let n = Math.min(left, 1 + Math.floor(random() * 5)); n > 0; n -= 1) {
        const mode = pick(modes);
        faults.add({ path: pick(paths), mode, errcode: mode === 'error-after' ? codes[0] : pick(codes) });
        left -= 1;
      }
    },
    struck: () => struck,
    relent: () => faults.clear(),
  };
}
