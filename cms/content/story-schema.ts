import { z } from 'zod';
import { answerSchema } from '../story/answer.ts';
import { categories4 } from '../story/fields/own.ts';
import { caseSchema } from './case-schema.ts';
import { storyKind } from './column-schema.ts';
import { instant, line, prose, slug, webAddress } from './fields.ts';
import { pictureSchema } from './picture-schema.ts';
import { roleModelSchema } from './role-model-schema.ts';

/** `content/stories/<kind>/<slug>.md`: front matter, with `slug` from the file name and `body` from the text. */
export const storySchema = z
  .strictObject({
    slug,
    title: line(32),
    summary: line(54),
    column: slug,
    kind: storyKind,
    category4: z.enum(categories4),
    author: line(16),
    source: line(24),
    sourceUrl: webAddress.nullable().default(null),
    answer: answerSchema,
    publishedAt: instant,
    tags: z.array(line(8)).min(1).max(6),
    picture: pictureSchema.nullable().default(null),
    roleModel: roleModelSchema.nullable().default(null),
    caseSteps: caseSchema.nullable().default(null),
    body: prose,
  })
  .refine((s) => (s.kind === 'role-model') === (s.roleModel !== null), {
    path: ['roleModel'],
    message: '只有诚信典型（role-model）要写，也必须写',
  })
  .refine((s) => (s.kind === 'case') === (s.caseSteps !== null), {
    path: ['caseSteps'],
    message: '只有警示案例（case）要写，也必须写',
  });

export type StarterStory = z.output<typeof storySchema>;
