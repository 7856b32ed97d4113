import { z } from 'zod';
import { instant } from '../columns/instant.ts';
import { listDoor } from '../columns/list-door.ts';

/** One line of a nomination's history; kept for ever. */
const eventSchema = z.object({
  /** ISO 8601 with zone (Asia/Shanghai). */
  at: instant,
  by: z.string(),
  byId: z.string().nullable(),
  /** States as people read them. */
  from: z.string(),
  to: z.string(),
  reason: z.string().nullable(),
});
export type NominationEvent = z.infer<typeof eventSchema>;

/** `nominations.history`. */
export const historyDoor = listDoor('history', { label: '人选的经过', entry: eventSchema });
