import type { Campaign, CampaignPost } from '../../campaigns/programme/campaign.ts';
import type { Task } from '../../campaigns/programme/task.ts';
import type { Campaign as CampaignRow, Post as PostRow } from '../payload-types.ts';
import { idOf } from '../database/id-of.ts';

const text = (value: string | null | undefined): string | null => value?.trim() || null;

/** A stored campaign as its plan, report and copy need it. Campaigns of before there were tasks have none. */
export const campaignOf = (row: CampaignRow): Campaign => ({
  slug: row.slug,
  year: row.year,
  occasion: row.occasion,
  title: row.title,
  theme: row.theme,
  standfirst: row.standfirst,
  purpose: text(row.purpose),
  basis: text(row.basis),
  remarks: text(row.remarks),
  outcome: text(row.outcome),
  leadUnit: text(row.leadUnit),
  units: row.units ?? [],
  good: row.good ?? [],
  avoid: row.avoid ?? [],
  actions: (row.actions ?? []).map(({ label, path }) => ({ label, path })),
  phases: row.phases.map(({ name, hint, startOffset, endOffset }) => ({
    name,
    hint: text(hint),
    startOffset,
    endOffset,
  })),
  tasks: (row.tasks ?? []).map(taskOf),
  goals: (row.goals ?? []).map(({ channel, posts }) => ({ channel, posts })),
  materialGoal: row.materialGoal ?? null,
  materialCount: row.materialCount ?? null,
  state: row.state,
  docNo: text(row.docNo),
  confirmedOn: text(row.confirmedOn),
});

const taskOf = (row: NonNullable<CampaignRow['tasks']>[number]): Task => ({
  name: row.name,
  unit: text(row.unit),
  owner: text(row.owner),
  offsetDays: row.offsetDays,
  doneOn: text(row.doneOn),
  doneBy: text(row.doneBy),
  evidence: text(row.evidence),
  evidenceUrl: text(row.evidenceUrl),
  evidenceFile: idOf(row.evidenceFile),
});

export const postOf = (row: PostRow): CampaignPost => ({
  slug: row.slug,
  label: row.label,
  storyId: idOf(row.story),
  channels: row.channels,
  anchor: row.anchor,
  offsetDays: row.offsetDays,
  time: row.time,
  at: row.at ? new Date(row.at).toISOString() : null,
  misfire: row.misfire,
  misfireWindow: row.misfireWindow,
  festive: row.festive ?? false,
});
