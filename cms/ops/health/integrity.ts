import type { Payload } from 'payload';
import { z } from 'zod';

const key = 'ops.integrity';
const schema = z.object({ at: z.iso.datetime(), said: z.string().nullable() });

/** What the last look at every page of the database found; null when there has been none. */
export async function readIntegrity({ kv }: Pick<Payload, 'kv'>): Promise<z.output<typeof schema> | null> {
  const parsed = schema.safeParse(await kv.get(key));
  return parsed.success ? parsed.data : null;
}

/** @param said one Chinese sentence when it is damaged, else null */
export const recordIntegrity = ({ kv }: Pick<Payload, 'kv'>, at: Date, said: string | null): Promise<void> =>
  kv.set(key, { at: at.toISOString(), said });
