import type { CivilDay } from '../calendar/civil-day.ts';
import type { OccasionDay } from '../calendar/occasion-days.ts';
import type { ProgrammeRules } from './rules-schema.ts';

/** One line of a campaign's 分工 (R60): what, who, until when, and what shows that it was done. */
export interface Task {
  name: string;
  /** 责任单位 */
  unit: string | null;
  /** 经办人, as written by staff. */
  owner: string | null;
  /** Days from the occasion's first day; negative before it. */
  offsetDays: number;
  doneOn: CivilDay | null;
  doneBy: string | null;
  evidence: string | null;
  evidenceUrl: string | null;
  /** Id of a picture. */
  evidenceFile: string | null;
}

/** A task of which nothing is done yet. */
export const openTask = (task: Pick<Task, 'name' | 'offsetDays'> & Partial<Pick<Task, 'unit' | 'owner'>>): Task => ({
  name: task.name,
  unit: task.unit ?? null,
  owner: task.owner ?? null,
  offsetDays: task.offsetDays,
  doneOn: null,
  doneBy: null,
  evidence: null,
  evidenceUrl: null,
  evidenceFile: null,
});

/** The tasks that a campaign around such an occasion starts from, for its lead unit. */
export const templateTasks = ({ tasks }: ProgrammeRules, kind: OccasionDay['kind'], unit: string | null): Task[] =>
  tasks[kind].map((template) => openTask({ ...template, unit }));
