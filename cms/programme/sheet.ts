import type { Standing } from '../../campaigns/programme/due.ts';
import type { Counts } from '../../campaigns/programme/results.ts';
import { comparisons, summary, type Comparison } from './documents/report-tables.ts';
import { dayIn, doneWords, shareWords, standingWords } from './documents/wording.ts';
import type { Programme } from './programme.ts';

/** What a campaign's page shows of its programme: words ready to read, as JSON. */
export interface ProgrammeSheet {
  year: number;
  ended: boolean;
  warnings: string[];
  tasks: { name: string; unit: string; due: string; standing: Standing; word: string }[];
  lines: { name: string; goal: number | null; planned: number; out: number; onTime: string }[];
  waitingForStory: number;
  materials: { goal: number | null; count: number | null };
  counts: Counts;
  summary: string | null;
  comparison: { year: number; rows: Comparison[] } | null;
}

/** The programme in the page's words; the summary and last year only once the campaign has ended. */
export function sheetOf(programme: Programme): ProgrammeSheet {
  const { campaign, counts, ended, lastYear, lines, schedule, tasks, warnings } = programme;
  return {
    year: campaign.year,
    ended,
    warnings,
    tasks: tasks.map((task) => ({
      name: task.name,
      unit: task.unit ?? campaign.leadUnit ?? '责任单位待定',
      due: dayIn(task.due, campaign.year),
      standing: task.standing,
      word: task.doneOn ? doneWords(task, campaign.year).replaceAll('\n', ' ') : standingWords[task.standing],
    })),
    lines: lines.map(({ counts: own, goal, name }) => ({
      name,
      goal,
      planned: own.planned,
      out: own.out,
      onTime: shareWords(own),
    })),
    waitingForStory: schedule.filter(({ title }) => title === null).length,
    materials: { goal: campaign.materialGoal, count: campaign.materialCount },
    counts,
    summary: ended ? summary(programme) : null,
    comparison: ended && lastYear ? { year: lastYear.year, rows: comparisons(programme) } : null,
  };
}
