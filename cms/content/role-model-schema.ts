import { z } from 'zod';
import type { RoleModelFacts } from '../story/facts.ts';
import { day, line } from './fields.ts';

const roleModelCategories = ['诚信人物', '诚信企业', '诚信群体', '优秀志愿者', '诚信医药', '诚信职工', '诚信教师', '行业模范', '四川好人'] as const;

/** Facts of a role model; the name fits the middle slip of the drawn bamboo book (look.md §7). */
export const roleModelSchema = z.strictObject({
  name: line(9),
  category: z.enum(roleModelCategories),
  batch: z.string().regex(/^第[一二三四五六七八九十百]+批$/, '要写成“第十二批”这样的批次'),
  batchDate: day.nullable(),
  place: line(20),
  recommendedBy: line(40).nullable(),
  publicity: line(40).nullable(),
  consent: line(40).nullable(),
  recheck: line(40).nullable(),
}) satisfies z.ZodType<RoleModelFacts>;
