import type { Payload } from 'payload';
import { z } from 'zod';
import type { Clock } from '../../campaigns/ports/clock.ts';
import type { Entry } from '../register/entry.ts';
import { registerOf } from '../register/register-of.ts';
import { applyEntries, applyRegister } from './apply-register.ts';
import { feedMoved, feedRegister } from './feed-register.ts';
import { undoneCorrections, type UndoneCorrection } from './undone-corrections.ts';

const kept = 'register.agreed';
const schema = z.object({ head: z.string() });
/** How many lines of the register are compared in one minute, beside the new ones. */
const roundSize = 100;

/** What comparing the register with the database has led to. */
export interface Compared {
  /** What was ended again, one Chinese sentence each. */
  done: string[];
  undone: UndoneCorrection[];
}

export interface RegisterRound {
  /** By the minute: what is new on either side, what was stuck, and a few others. Everything where the database is not the one it was. */
  minute(): Promise<Compared>;
  /** Everything, at a start. */
  whole(): Promise<Compared>;
}

/**
 * Compares the register of what has been ended with the database, at the same cost however much either holds. The database
 * keeps up to which line it agrees; an older copy of it keeps an older line, also when it comes back under a running
 * product, and whatever was ended after that is ended again.
 */
export function createRegisterRound(payload: Payload, clock: Clock): RegisterRound {
  let open: Entry[] = [];
  /** Corrections that this process has found missing; unknown at first. */
  let missing: Entry[] | null = null;
  let line = 0;

  const corrections = async (entries: readonly Entry[]): Promise<UndoneCorrection[]> => {
    const undone = await undoneCorrections(payload, entries);
    const keys = new Set(undone.flatMap((one) => one.keys));
    missing = entries.filter(({ key }) => keys.has(key));
    return undone;
  };
  const agree = (head: string) => payload.kv.set(kept, { head });

  async function whole(): Promise<Compared> {
    const register = registerOf(payload);
    const head = register.head();
    const done = await applyRegister(payload, clock);
    const undone = await corrections(register.all('correction'));
    await feedRegister(payload);
    await agree(head);
    return { done, undone };
  }

  async function minute(): Promise<Compared> {
    const register = registerOf(payload);
    const known = schema.safeParse(await payload.kv.get(kept)).data?.head ?? null;
    const [head, moved] = [register.head(), register.after(known)];
    if (moved === null) return whole();
    const some = register.some(line, roundSize);
    line = some.next;
    const entries = [...new Set([...moved, ...open, ...some.entries])];
    const applied = await applyEntries(payload, clock, entries);
    const undone = await corrections(
      missing
        ? [...new Set([...missing, ...entries.filter(({ kind }) => kind === 'correction')])]
        : register.all('correction'),
    );
    await feedMoved(payload);
    open = applied.open;
    if (head !== known) await agree(head);
    return { done: applied.done, undone };
  }
  return { minute, whole };
}
