import { z } from 'zod';
import { basis } from './fields.ts';
import { loadOne } from './load-one.ts';

const file = 'content/nominations.yaml';
const days = z.number().int().min(1).max(3660);
const schema = z.strictObject({
  noticeWorkingDays: days,
  recheckDays: days,
  purgeDays: days,
  basis,
});

/** How long a nomination is shown, how old a credit recheck may be, and when personal papers go (days). */
export type NominationTerms = Omit<z.output<typeof schema>, 'basis'>;

/** @throws ContentError: one Chinese sentence about `content/nominations.yaml` */
export const loadNominationTerms = (root: string): Promise<NominationTerms> => loadOne(root, file, schema);
