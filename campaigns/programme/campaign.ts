import type { CivilDay } from '../calendar/civil-day.ts';
import type { MisfirePolicy } from '../ports/delivery.ts';
import type { Task } from './task.ts';

/** How many pushes a channel is to get (频次). */
export interface Goal {
  channel: string;
  posts: number;
}

/** A campaign of one year as its plan, its report and its copy need it. */
export interface Campaign {
  slug: string;
  year: number;
  /** Slug of its occasion. */
  occasion: string;
  title: string;
  theme: string;
  standfirst: string;
  purpose: string | null;
  basis: string | null;
  remarks: string | null;
  outcome: string | null;
  leadUnit: string | null;
  units: string[];
  good: string[];
  avoid: string[];
  actions: { label: string; path: string }[];
  /** Days from the occasion's first day, inclusive. */
  phases: { name: string; hint: string | null; startOffset: number; endOffset: number }[];
  tasks: Task[];
  goals: Goal[];
  materialGoal: number | null;
  materialCount: number | null;
  state: 'draft' | 'confirmed';
  docNo: string | null;
  confirmedOn: CivilDay | null;
}

/** One line of a campaign's schedule. */
export interface CampaignPost {
  slug: string;
  /** At most six characters, e.g. 预告. */
  label: string;
  /** Null while nobody has chosen it (待定稿). */
  storyId: string | null;
  channels: string[];
  anchor: 'start' | 'end';
  offsetDays: number;
  /** `HH:mm`, Asia/Shanghai. */
  time: string;
  /** An ISO instant that overrides the offset; null as a rule. */
  at: string | null;
  misfire: MisfirePolicy;
  misfireWindow: number;
  festive: boolean;
}
