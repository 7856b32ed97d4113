import type { Payload } from 'payload';
import { z } from 'zod';
import { gatherAll, tellStuck } from '../../campaigns/bulkhead/stuck.ts';

const schema = z.object({
  failed: z.string().nullable(),
  stuck: z.array(z.object({ item: z.string(), title: z.string(), error: z.string() })),
});
type Kv = Pick<Payload, 'kv'>;
const keyOf = (name: string) => `run.${name}`;
/** As many as a step of the minute keeps. */
const kept = 100;

/**
 * Does what is done once in a while (once a night) and keeps what got stuck in it: the minutes until the next time have
 * nothing to do and would say that all is well. @throws what `work` throws, which is kept too
 */
export async function keptRun<T>({ kv }: Kv, name: string, work: () => Promise<T>): Promise<T> {
  let ended: { value: T } | { thrown: unknown } | null = null;
  const { error, stuck } = await gatherAll(async () => {
    try {
      ended = { value: await work() };
    } catch (thrown) {
      ended = { thrown };
      throw thrown;
    }
  });
  await kv.set(keyOf(name), { failed: error, stuck: stuck.slice(0, kept) });
  const result = ended as { value: T } | { thrown: unknown } | null;
  if (!result || 'thrown' in result) throw result?.thrown;
  return result.value;
}

/** Tells again what got stuck in the last run, whichever process it was in. @throws Error with the sentence when that run failed as a whole */
export async function tellKeptRun({ kv }: Kv, name: string): Promise<void> {
  const parsed = schema.safeParse(await kv.get(keyOf(name)));
  if (!parsed.success) return;
  for (const { error, item, title } of parsed.data.stuck) tellStuck(item, title, new Error(error));
  if (parsed.data.failed) throw new Error(parsed.data.failed);
}
