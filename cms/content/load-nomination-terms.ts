import { z } from 'zod';
import { lastGood } from '../../campaigns/bulkhead/last-good.ts';
import { confidence, line } from './fields.ts';
import { parseContent } from './parse-content.ts';
import { readYaml } from './read-yaml.ts';

const file = 'content/nominations.yaml';
const days = z.number().int().min(1).max(3660);
const schema = z.strictObject({
  noticeWorkingDays: days,
  recheckDays: days,
  purgeDays: days,
  basis: z
    .array(
      z.strictObject({
        title: line(60),
        article: line(40),
        says: line(120),
        edition: line(60),
        source: line(60),
        confidence,
      }),
    )
    .min(1),
});

/** How long a nomination is shown, how old a credit recheck may be, and when personal papers go (days). */
export type NominationTerms = Omit<z.output<typeof schema>, 'basis'>;

/** @throws ContentError: one Chinese sentence about `content/nominations.yaml` */
export function loadNominationTerms(root: string): Promise<NominationTerms> {
  return lastGood(file, root, async () => parseContent(schema, await readYaml(root, file), file));
}
