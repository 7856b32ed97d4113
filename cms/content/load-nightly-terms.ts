import { z } from 'zod';
import { loadOne } from './load-one.ts';

const file = 'content/nightly.yaml';
const days = z.number().int().min(0).max(365);
const schema = z.strictObject({
  edition: z.iso.date(),
  owner: z.string().min(1),
  source: z.string().min(1),
  confidence: z.number().min(0).max(1),
  /** Wall time, Asia/Shanghai. */
  at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '要写成“02:30”这样的时分'),
  consentWarnDays: days,
  reverifyMonths: z.number().int().min(1).max(120),
  reverifyWarnDays: days,
  columnClocks: z.record(z.string(), z.enum(['news', 'notice', 'plan'])),
  accountTypes: z.array(z.string()),
  /** Hours after which the source of a reprint is looked at again (G22). */
  reprintCheckHours: z.number().int().min(1).max(720).default(24),
  /** How many months an edition of a word list may be in force before somebody is asked to look it through; files from before it say nothing. */
  lexiconMonths: z.number().int().min(1).max(120).default(12),
});

/** When the nightly check runs and how long before a term it begins to remind. */
export type NightlyTerms = z.output<typeof schema>;

/** @throws ContentError naming what is wrong with `content/nightly.yaml` */
export const loadNightlyTerms = (root: string): Promise<NightlyTerms> => loadOne(root, file, schema);
