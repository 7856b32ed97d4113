import { z } from 'zod';
import { day, line, prose, slug } from './fields.ts';
import { phaseSchema } from './phase-schema.ts';
import { postSchema } from './post-schema.ts';
import { taskSchema } from './task-schema.ts';

const action = z.strictObject({
  label: line(10),
  path: z.string().regex(/^\/[^\s]*$/, '要写站内路径，以 / 开头'),
});

/** `content/campaigns/<year>/<slug>.yaml` */
export const campaignSchema = z
  .strictObject({
    slug,
    year: z.int().min(2000).max(2099),
    occasion: slug,
    title: line(18),
    theme: line(40),
    standfirst: line(60),
    good: z.array(line(9)).max(3),
    avoid: z.array(line(9)).max(3),
    actions: z.array(action).max(2),
    units: z.array(line(40)).min(1),
    basis: prose,
    leadUnit: line(40).optional(),
    purpose: prose.optional(),
    tasks: z.array(taskSchema).default([]),
    /** Pushes a channel (频次). */
    goals: z.array(z.strictObject({ channel: slug, posts: z.int().min(0).max(999) })).default([]),
    materialGoal: z.int().min(0).optional(),
    materialCount: z.int().min(0).optional(),
    remarks: prose.optional(),
    outcome: prose.optional(),
    docNo: line(40).nullable(),
    confirmedOn: day.nullable(),
    state: z.enum(['draft', 'confirmed']),
    phases: z.array(phaseSchema).min(1).refine(inOrder, '要按先后排，前后两段不能重叠'),
    posts: z
      .array(postSchema)
      .refine(
        (posts) => new Set(posts.map((p) => p.slug)).size === posts.length,
        '有两条用了同一个 slug，请改其中一条',
      ),
  })
  .refine((c) => c.state === 'draft' || (c.docNo !== null && c.confirmedOn !== null), {
    path: ['state'],
    message: '写 confirmed 时必须同时写明 docNo 和 confirmedOn',
  });

export type StarterCampaign = z.output<typeof campaignSchema>;

function inOrder(phases: z.output<typeof phaseSchema>[]): boolean {
  return phases.every((phase, i) => i === 0 || (phases[i - 1]?.endOffset ?? 0) < phase.startOffset);
}
