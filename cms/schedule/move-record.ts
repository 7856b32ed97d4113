import { z } from 'zod';
import { listDoor } from '../columns/list-door.ts';

const instant = z.iso.datetime();
const moveSchema = z.object({ from: instant, to: instant, reason: z.string(), by: z.string(), at: instant });

/** One move of a post: from which minute to which, why, who, when. Instants ISO 8601, UTC. */
export type MoveRecord = z.infer<typeof moveSchema>;

/** `posts.moves`: the moves that a post remembers, oldest first. */
export const movesDoor = listDoor('moves', { label: '改期记录', entry: moveSchema, optional: true });
