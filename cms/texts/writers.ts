import { z } from 'zod';
import { listDoor } from '../columns/list-door.ts';
import type { Held } from '../columns/stored.ts';

/** Somebody who has written at words that nobody else has agreed to yet. */
const writerSchema = z.object({ id: z.string(), name: z.string() });
export type Writer = z.infer<typeof writerSchema>;

/** `writers` of every collection with short public texts. */
export const writersDoor = listDoor('writers', { label: '“等同意的文字由谁写”', entry: writerSchema, optional: true });

/**
 * Who wrote what is not agreed to; empty for words of the product, and for those from before there was a second look.
 * @throws UnfitColumn when the field holds something else: such a row is shown to nobody
 */
export const writersOf = (row: { writers?: Held<'writers'> }): Writer[] => writersDoor.need(row.writers);

/** Each person once. */
export const together = (writers: readonly Writer[], more: Pick<Writer, 'id' | 'name'> | null): Writer[] =>
  more && !writers.some(({ id }) => id === more.id) ? [...writers, { id: more.id, name: more.name }] : [...writers];
