import { environment } from '../settings/environment.ts';
import { z } from 'zod';

const deathsSchema = z.array(z.object({ at: z.iso.datetime(), how: z.string() }));
/** A time at which this product's process died and was started again, and how it died, after “系统的进程”. */
export type Death = z.infer<typeof deathsSchema>[number];

/** Deaths of the last day, as whoever keeps this process up tells it; none when nobody does. */
export function deathsBefore(env: Record<string, string | undefined> = environment()): Death[] {
  try {
    return deathsSchema.parse(JSON.parse(env.CHENGXIN_RESTARTS ?? '[]'));
  } catch {
    return [];
  }
}

/** Often enough that a busy minute is no silence. */
const beatMs = 1000;

/**
 * Tells whoever keeps this process up that it is ready, and from then on that its event loop turns: silence means that
 * it hangs, and it is ended and started again. @returns how to stop telling
 */
export function tellSupervisor(): () => void {
  if (!process.send) return () => undefined;
  const send = (message: string) => process.send?.(message, undefined, undefined, () => undefined);
  send('ready');
  const timer = setInterval(send, beatMs, 'beat');
  timer.unref();
  return () => clearInterval(timer);
}
