import { z } from 'zod';
import { valueDoor } from '../columns/value-door.ts';

/** `working-copies.content` of a row that says who is changing what; `since` ISO 8601. */
export const holderDoor = valueDoor('content', {
  label: '谁正在改',
  schema: z.object({ person: z.string(), name: z.string(), since: z.string() }),
});
