import { z } from 'zod';
import { day, line, prose, webAddress } from './fields.ts';

/** One line of a campaign's 分工: due `offsetDays` from the occasion's first day, moved back to a working day. */
export const taskSchema = z.strictObject({
  name: line(30),
  unit: line(40).optional(),
  owner: line(20).optional(),
  offsetDays: z.int().min(-365).max(365),
  doneOn: day.optional(),
  doneBy: line(20).optional(),
  evidence: prose.optional(),
  evidenceUrl: webAddress.optional(),
});
