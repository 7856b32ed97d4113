import { z } from 'zod';
import { answerSchema } from '../story/answer.ts';
import { starterShape } from '../story/fields/derive.ts';
import { lessonFacts, schoolStages } from '../story/fields/lesson.ts';
import { instant, line, prose, slug, webAddress } from './fields.ts';

/** What a teacher must find in every lesson, as `## ` headings in this order. */
const lessonParts = ['目标', '准备', '步骤', '讨论', '延伸'] as const;

/** `content/materials/<slug>.md`; `duration` in minutes. */
export const materialSchema = z.strictObject({
  slug,
  title: line(32),
  summary: line(54),
  ...starterShape(lessonFacts),
  stage: z.enum(schoolStages),
  licenceUrl: webAddress.nullable(),
  author: line(16),
  source: line(24),
  answer: answerSchema,
  publishedAt: instant,
  body: prose.refine(hasAllParts, `要依次有“${lessonParts.join('、')}”五个二级标题`),
});

export type StarterMaterial = z.output<typeof materialSchema>;

function hasAllParts(body: string): boolean {
  const headings = [...body.matchAll(/^## +(.+)$/gm)].map((m) => m[1]?.trim());
  return headings.join() === lessonParts.join();
}
