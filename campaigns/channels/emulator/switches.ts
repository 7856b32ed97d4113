import type { z } from 'zod';
import type { Faults, faultSchema } from './faults.ts';

/** One misfortune that a person can switch on, on the emulator's page or by `POST /__faults {"switch":"<id>"}`. */
export interface Switch {
  id: string;
  /** On the button. */
  title: string;
  /** What happens then, one Chinese sentence. */
  what: string;
  /** Whether it is on; one that strikes once is on until it has struck. */
  on: boolean;
  /** Switches it on, or off again. @throws SwitchError when it cannot be */
  flip(): void;
}

/** Why a switch did not move, in one Chinese sentence. */
export class SwitchError extends Error {}

/** A fault of the wire as a switch. */
export function faultSwitch(
  faults: Faults,
  name: Pick<Switch, 'id' | 'title' | 'what'>,
  fault: z.input<typeof faultSchema>,
): Switch {
  const on = faults.armed(fault);
  return { ...name, on, flip: () => (on ? faults.disarm(fault) : faults.add(fault)) };
}

/** @throws SwitchError for an unknown id */
export function flip(switches: Switch[], id: unknown): void {
  const found = switches.find((one) => one.id === id);
  if (!found)
    throw new SwitchError(`没有名为“${String(id)}”的开关，可用的有：${switches.map((one) => one.id).join('、')}`);
  found.flip();
}
