import { z } from 'zod';

/**
 * One scripted misfortune; body of `POST /__faults`.
 * - drop-before: the connection is cut and nothing is executed;
 * - drop-after: executed, then the connection is cut without an answer;
 * - delay: executed after `ms` real milliseconds; delay-after: executed at once, answered after `ms`;
 * - error: not executed, answers `errcode`; error-after: executed, then answers `errcode`;
 * - bad-gateway: executed, then answers 502 with an HTML page.
 */
export const faultSchema = z.strictObject({
  /** Matches when the request path ends with it, e.g. `freepublish/submit`. */
  path: z.string().min(1),
  mode: z.enum(['drop-before', 'drop-after', 'delay', 'delay-after', 'error', 'error-after', 'bad-gateway']),
  /** How many requests it hits. */
  times: z.number().int().positive().default(1),
  errcode: z.number().int().default(-1),
  ms: z.number().nonnegative().default(0),
});

export const holdSchema = z.strictObject({ path: z.string().min(1), times: z.number().int().positive().default(1) });

export type Fault = z.output<typeof faultSchema>;

/** Scripted misfortunes of one emulator. */
export class Faults {
  #faults: Fault[] = [];
  #holds: { path: string; times: number }[] = [];
  #held: { path: string; release(): void }[] = [];

  add(fault: z.input<typeof faultSchema>): void {
    this.#faults.push(faultSchema.parse(fault));
  }

  /** Execute, then keep the answer back until `release`, so that a client can be killed in between. */
  hold(hold: z.input<typeof holdSchema>): void {
    this.#holds.push(holdSchema.parse(hold));
  }

  /** Is a fault of this path and mode still waiting to strike? */
  armed({ path, mode }: Pick<Fault, 'path' | 'mode'>): boolean {
    return this.#faults.some((f) => f.times > 0 && f.path === path && f.mode === mode);
  }

  disarm({ path, mode }: Pick<Fault, 'path' | 'mode'>): void {
    this.#faults = this.#faults.filter((f) => f.path !== path || f.mode !== mode);
  }

  clear(): void {
    this.#faults = [];
    this.#holds = [];
    this.release();
  }

  /** The misfortune of this request, used up once. */
  take(path: string): Fault | null {
    const fault = this.#faults.find((f) => f.times > 0 && path.endsWith(f.path));
    if (!fault) return null;
    fault.times -= 1;
    return fault;
  }

  /** Waits when this path is to be held. */
  async wait(path: string): Promise<void> {
    const hold = this.#holds.find((h) => h.times > 0 && path.endsWith(h.path));
    if (!hold) return;
    hold.times -= 1;
    await new Promise<void>((release) => this.#held.push({ path, release }));
  }

  /** Paths whose requests have been executed and are being held. */
  held(): string[] {
    return this.#held.map((h) => h.path);
  }

  release(): void {
    for (const held of this.#held.splice(0)) held.release();
  }
}
