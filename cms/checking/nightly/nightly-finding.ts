import { z } from 'zod';
import { findingSchema } from '../../checks/finding-schema.ts';
import { listDoor } from '../../columns/list-door.ts';

const text = z.string();

/** What a finding is about: enough to show it, to lead to where it is mended, and to see that it has been. */
const subjectSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('story'), storyId: text, releaseId: text, serial: z.number(), title: text, path: text }),
  z.object({ kind: z.literal('column'), slug: text, title: text }),
  z.object({ kind: z.literal('page'), collection: z.enum(['columns', 'campaigns', 'batches']), id: text, title: text }),
  z.object({ kind: z.literal('file'), file: text, title: text }),
  z.object({ kind: z.literal('account'), channel: text, title: text }),
]);
export type Subject = z.infer<typeof subjectSchema>;

const nightlyFindingSchema = findingSchema.extend({
  subject: subjectSchema,
  /** Of findings that a person may judge. */
  mark: text.optional(),
});
export type NightlyFinding = z.infer<typeof nightlyFindingSchema>;

/** `check-runs.findings` of a night. */
export const nightlyFindingsDoor = listDoor('findings', {
  label: '巡查发现的问题',
  entry: nightlyFindingSchema,
  optional: true,
});
