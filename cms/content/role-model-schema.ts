import { z } from 'zod';
import type { RoleModelFacts } from '../story/facts.ts';
import { starterShape } from '../story/fields/derive.ts';
import { roleModelFacts } from '../story/fields/role-model.ts';

const roleModelCategories = [
  '诚信人物',
  '诚信企业',
  '诚信群体',
  '优秀志愿者',
  '诚信医药',
  '诚信职工',
  '诚信教师',
  '行业模范',
  '四川好人',
] as const;

/** Facts of a role model, as a file says them. */
export const roleModelSchema = z.strictObject({
  ...starterShape(roleModelFacts),
  category: z.enum(roleModelCategories),
  batch: z.string().regex(/^第[一二三四五六七八九十百]+批$/, '要写成“第十二批”这样的批次'),
}) satisfies z.ZodType<RoleModelFacts>;
