import { z } from 'zod';
import { groundLabels, showsLabels, type Ground, type Shows } from './portrait.ts';

const names = <T extends string>(labels: Record<T, string>) => Object.keys(labels) as [T, ...T[]];

/** Whom a picture shows, as a release keeps it. Where the paper lies stays at the desk. */
export const portraitSchema = z.object({
  /** Null while nobody has answered. */
  shows: z.enum(names<Shows>(showsLabels)).nullable(),
  /** Null: none, or none that says where it is written. */
  ground: z.enum(names<Ground>(groundLabels)).nullable(),
});
