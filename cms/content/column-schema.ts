import { z } from 'zod';
import type { Column } from '../story/column.ts';
import { type StoryKind, storyKinds } from '../story/facts.ts';
import { line, slug } from './fields.ts';

export const storyKind = z.enum(Object.keys(storyKinds) as [StoryKind, ...StoryKind[]]);

/** `content/columns/<slug>.yaml` */
export const columnSchema = z.strictObject({
  slug,
  name: line(8),
  description: line(54),
  type: line(12),
  keywords: z.array(line(12)).min(1),
  kinds: z.array(storyKind).min(1),
  navOrder: z.int().min(1).nullable(),
}) satisfies z.ZodType<Omit<Column, 'path'>>;

export type StarterColumn = z.output<typeof columnSchema>;
