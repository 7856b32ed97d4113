import type { Payload } from 'payload';
import { z } from 'zod';
import type { Ailment } from './judge.ts';

const key = 'ops.ailments';
const schema = z.object({
  ailments: z.array(
    z.object({
      id: z.string(),
      level: z.enum(['unready', 'degraded']),
      urgency: z.enum(['urgent', 'ordinary']),
      title: z.string(),
      what: z.string(),
      advice: z.string(),
      measure: z.number(),
    }),
  ),
});

/** What was wrong when somebody last looked, for views that cannot look at the process themselves. */
export async function readAilments({ kv }: Pick<Payload, 'kv'>): Promise<Ailment[]> {
  const parsed = schema.safeParse(await kv.get(key));
  return parsed.success ? parsed.data.ailments : [];
}

export const recordAilments = ({ kv }: Pick<Payload, 'kv'>, ailments: readonly Ailment[]): Promise<void> =>
  kv.set(key, { ailments: [...ailments] });
