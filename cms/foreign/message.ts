import { z } from 'zod';

/** What goes to the process apart. */
export const question = z.object({
  id: z.number().int(),
  module: z.string().regex(/^cms\/[a-z0-9/-]+\.ts$/),
  input: z.unknown(),
});
/** What comes back: the answer, or the word that the reader threw. */
export const reply = z.union([
  z.object({ id: z.number().int(), answer: z.unknown() }),
  z.object({ id: z.number().int(), error: z.string() }),
]);
export type Question = z.output<typeof question>;
