import { z } from 'zod';

const instant = z.iso.datetime();
const schema = z.array(z.object({ from: instant, to: instant, reason: z.string(), by: z.string(), at: instant }));

/** One move of a post: from which minute to which, why, who, when. Instants ISO 8601, UTC. */
export type MoveRecord = z.infer<typeof schema>[number];

/** The moves that a post remembers, oldest first; none when there are none, or when what is stored cannot be read. */
export const readMoves = (stored: unknown): MoveRecord[] => schema.safeParse(stored).data ?? [];
