import { z } from 'zod';
import type { ListType } from '../read/list-type.ts';
import { confidence, day, line, prose, slug, webAddress } from './fields.ts';

const basis = z.strictObject({
  title: line(60),
  docNo: line(40),
  article: line(40),
  effective: day,
  source: line(60),
  confidence,
});

/** `content/lists/<slug>.yaml`: a 严重失信主体名单 type. Without a legal basis there is no list (国办发〔2020〕49号). */
export const listTypeSchema = z.strictObject({
  slug,
  name: line(24),
  authority: line(40),
  summary: line(54),
  who: prose,
  fields: prose,
  personId: prose,
  period: prose,
  exit: prose,
  basis: z.array(basis).refine((rows) => rows.length > 0, '是空的，至少要有1条法律、法规或者中央文件依据，没有依据的名单不能设'),
  catalogItem: line(60),
  catalogEdition: line(60),
  officialUrl: webAddress,
  officialName: line(24),
  mode: z.literal('link').default('link'),
  checkedOn: day,
}) satisfies z.ZodType<Omit<ListType, 'path'>>;

export type StarterListType = z.output<typeof listTypeSchema>;
