import { z } from 'zod';
import { answerSchema } from '../story/answer.ts';
import { instant, line, prose, slug, webAddress } from './fields.ts';

const stages = ['小学低年级', '小学高年级', '初中', '高中', '中职', '高校', '成人'] as const;

/** What a teacher must find in every lesson, as `## ` headings in this order. */
const lessonParts = ['目标', '准备', '步骤', '讨论', '延伸'] as const;

/** `content/materials/<slug>.md`; `duration` in minutes. */
export const materialSchema = z.strictObject({
  slug,
  title: line(32),
  summary: line(54),
  stage: z.enum(stages),
  theme: line(12),
  subject: line(12),
  duration: z.int().min(10).max(240),
  licence: line(24),
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
