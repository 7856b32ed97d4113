import type { CivilDay } from '../../campaigns/calendar/civil-day.ts';
import type { OccasionDay } from '../../campaigns/calendar/occasion-days.ts';
import type { Campaign } from '../../campaigns/programme/campaign.ts';
import type { DatedTask } from '../../campaigns/programme/due.ts';
import type { ChannelLine } from '../../campaigns/programme/goals.ts';
import type { Counts, PushOutcome } from '../../campaigns/programme/results.ts';
import type { MisfirePolicy } from '../../campaigns/ports/delivery.ts';

/** One line of the schedule, dated. */
export interface ScheduleLine {
  label: string;
  /** Null while the post waits for its story. */
  title: string | null;
  /** Chinese names. */
  channels: string[];
  at: Date;
  misfire: MisfirePolicy;
  misfireWindow: number;
}

/** What the year before is compared by. */
export interface LastYear {
  year: number;
  title: string;
  counts: Counts;
  lines: ChannelLine[];
  tasks: { done: number; all: number };
  materialCount: number | null;
}

/** Everything about one campaign that its page, its plan and its report show. Dates are of Asia/Shanghai. */
export interface Programme {
  id: string;
  campaign: Campaign;
  /** Chinese name of the organ that runs this deployment's desk. */
  host: string;
  today: CivilDay;
  /** Null when the occasion has no date that year: then nothing below is dated. */
  occasion: OccasionDay | null;
  /** Last day of the last phase, or of the occasion; null without a date. */
  lastDay: CivilDay | null;
  ended: boolean;
  tasks: DatedTask[];
  phases: { name: string; hint: string | null; start: CivilDay; end: CivilDay }[];
  schedule: ScheduleLine[];
  outcomes: PushOutcome[];
  lines: ChannelLine[];
  counts: Counts;
  /** Corrections of this campaign's stories that were decided since its first push. */
  corrections: number;
  /** Alternative texts of evidence pictures by id. */
  pictures: ReadonlyMap<string, string>;
  lastYear: LastYear | null;
  /** What to know of the dates, one Chinese sentence each. */
  warnings: string[];
}
