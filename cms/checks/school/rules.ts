import { z } from 'zod';

const words = z.array(z.string().trim().min(2)).min(1);
const told = { why: z.string().min(2), mend: z.string().min(2) };

/** What may not stand in content for schools (G19): `content/school.yaml`. */
export const schoolSchema = z.strictObject({
  edition: z.iso.date(),
  owner: z.string().min(1),
  confidence: z.number().min(0).max(1),
  basis: z
    .array(
      z.strictObject({
        title: z.string().min(2),
        article: z.string().min(2),
        says: z.string().min(2),
        edition: z.string().min(2),
        source: z.string().min(2),
      }),
    )
    .min(1),
  /** Columns whose stories are for schools; lessons always are. */
  columns: z.array(z.string().min(1)),
  rules: z.array(z.strictObject({ id: z.string().regex(/^[a-z-]+$/, '只用小写字母和短横线'), ...told, words })).min(1),
  notice: z.strictObject({ words, signs: words, ...told }),
});

export type SchoolRules = z.output<typeof schoolSchema>;
