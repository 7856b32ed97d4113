import { z } from 'zod';
import { basis, line } from './fields.ts';
import { loadOne } from './load-one.ts';

const file = 'content/gates.yaml';
const tierNames = ['轻微', '一般', '严重', '特别法'] as const;
const months = z.number().int().min(1).max(120);
const host = z.string().regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/, '要写成 creditchina.gov.cn 这样的域名');
const schema = z.strictObject({
  tiers: z.strictObject(
    Object.fromEntries(tierNames.map((name) => [name, months.nullable()])) as Record<
      (typeof tierNames)[number],
      z.ZodNullable<z.ZodNumber>
    >,
  ),
  notByDefault: z.array(z.enum(tierNames)),
  sources: z.array(z.strictObject({ name: line(40), host })).min(1),
  ownSuffix: host,
  sourceFreshDays: z.number().int().min(1).max(30),
  verifyMonths: months,
  basis,
});

/** The numbers and names that the gates judge by: periods in months, freshness in days. */
export type GatePolicy = Omit<z.output<typeof schema>, 'basis'>;

/** @throws ContentError: one Chinese sentence about `content/gates.yaml` */
export const loadGatePolicy = (root: string): Promise<GatePolicy> => loadOne(root, file, schema);
