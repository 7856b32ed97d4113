import { z } from 'zod';
import { recallStates } from '../../campaigns/ports/recall.ts';
import { listDoor } from '../columns/list-door.ts';

/** One channel's copies of a withdrawn or corrected story, for the public record. */
export const copyStateSchema = z.object({
  /** Chinese name of the channel. */
  name: z.string(),
  kind: z.enum(['withdraw', 'correct']),
  // What never went out is no copy.
  state: z.enum(recallStates).exclude(['gone']),
});

/** `publications.copies`: how far each channel's copies are taken back or put right. */
export const copiesDoor = listDoor('copies', { label: '各渠道的处理情况', entry: copyStateSchema, optional: true });
