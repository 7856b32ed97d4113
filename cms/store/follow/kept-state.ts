import type { Payload } from 'payload';
import { z } from 'zod';
import { markSchema } from './mark.ts';

const schema = z.object({
  version: z.literal(1),
  sources: z.record(
    z.string(),
    z.object({
      mark: markSchema,
      /** The id up to which the present round has come; null: it begins anew. */
      round: z.string().nullable(),
      /** Rows that could not be read: told each minute until they can be. */
      broken: z.array(z.string()),
    }),
  ),
  open: z.array(z.string()),
});
export type FollowState = z.infer<typeof schema>;

const keyOf = (name: string) => `follow.${name}`;
type Kv = Pick<Payload, 'kv'>;

/** How far this has been followed, whichever process did; null: never, or what is kept cannot be read. */
export async function readFollowed({ kv }: Kv, name: string): Promise<FollowState | null> {
  const parsed = schema.safeParse(await kv.get(keyOf(name)));
  return parsed.success ? parsed.data : null;
}

/**
 * Any process may write what it found: everything that was not settled when it looked is in `open`, or is stamped later
 * than its marks. So the last one to write is never wrong, only further or less far.
 */
export const keepFollowed = ({ kv }: Kv, name: string, state: FollowState): Promise<void> => kv.set(keyOf(name), state);
