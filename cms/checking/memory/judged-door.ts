import { z } from 'zod';
import { findingSchema } from '../../checks/finding-schema.ts';
import { listDoor } from '../../columns/list-door.ts';

/** Who found a finding to be no problem, and why. */
const judgedSchema = z.object({
  by: z.string(),
  /** ISO instant. */
  at: z.string(),
  reason: z.string(),
  scope: z.enum(['story', 'everywhere']),
  edition: z.string().nullable(),
});
export type Judged = z.infer<typeof judgedSchema>;

/** A finding, and what a person has said of it. */
const judgedFindingSchema = findingSchema.extend({
  /** The same wherever the same rule finds the same words with the same advice; tells nothing of the words. */
  mark: z.string(),
  /** Null while nobody has said anything. */
  judged: judgedSchema.nullable(),
  /** Nobody may say that it is no problem. */
  final: z.boolean(),
});
export type JudgedFinding = z.infer<typeof judgedFindingSchema>;

/** `check-runs.findings` of a release that is held back. */
export const heldFindingsDoor = listDoor('findings', {
  label: '上线前发现的问题',
  entry: judgedFindingSchema,
  optional: true,
});
