import type { Finding } from '../checks/finding.ts';
import type { CivilDay } from '../../campaigns/calendar/civil-day.ts';

export const outcomes = { imported: '已导入', updated: '已更新', skipped: '跳过', refused: '没有导入' } as const;
type ImportOutcome = keyof typeof outcomes;

/** What became of one file. */
export interface FileResult {
  file: string;
  outcome: ImportOutcome;
  /** One sentence: why it was passed over or refused, or that it is a draft now. */
  message: string;
  title: string | null;
  /** 原发布日期. */
  publishedOn: CivilDay | null;
  storyId: string | null;
  pictures: number;
  /** What a person must still do, one sentence each. */
  notes: string[];
  /** What the checks found; never a found number or name in the clear. */
  findings: Finding[];
}

export interface ImportReport {
  folder: string;
  /** Nothing was stored. */
  dryRun: boolean;
  counts: Record<ImportOutcome, number>;
  /** Files with something that must be mended before they may be handed in. */
  blocked: number;
  files: FileResult[];
}

export function reportOf(folder: string, dryRun: boolean, files: FileResult[]): ImportReport {
  const count = (outcome: ImportOutcome) => files.filter((file) => file.outcome === outcome).length;
  return {
    folder,
    dryRun,
    files,
    counts: {
      imported: count('imported'),
      updated: count('updated'),
      skipped: count('skipped'),
      refused: count('refused'),
    },
    blocked: files.filter(({ findings }) => findings.some(({ level }) => level === 'block')).length,
  };
}

/** “导入 3 篇，更新 0 篇，跳过 1 个，没有导入 2 个；1 篇里有必须改的问题。” */
export function summaryOf({ blocked, counts, dryRun }: ImportReport): string {
  const { imported, refused, skipped, updated } = counts;
  return `${dryRun ? '试运行，什么都没有写入：可以' : ''}导入${imported}篇，更新${updated}篇，跳过${skipped}个，没有导入${refused}个；${blocked}篇里有送审前必须改的问题。`;
}
