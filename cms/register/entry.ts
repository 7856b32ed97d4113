import { createHash } from 'node:crypto';
import { z } from 'zod';

/**
 * What the law or a decision has ended or given away, and a restored backup must not bring back or give again. Ids, serials, fingerprints and days
 * only: no name, no text, so that the register itself never has to be purged.
 */
export const entryKinds = {
  /** A release taken back (also: period over, honour gone). Key: the release. */
  withdrawal: '撤回',
  /** A consent paper destroyed. Key: the paper. */
  paper: '材料销毁',
  /** How a nomination ended, or that it was opened again. Key: the nomination. */
  nomination: '人选了结',
  /** An account deleted. Key: the account. */
  account: '账号删除',
  /** A copy on a channel that has been taken back, or cannot be. Key: the delivery. */
  recall: '副本撤回',
  /** A public number that was given out. Key: the number; `story`: whose it is for ever. */
  serial: '编号',
  /** A correction that was made public. Key: the correction’s; `story`, `release`: of what. */
  correction: '更正',
} as const;
export type EntryKind = keyof typeof entryKinds;

const entrySchema = z.strictObject({
  kind: z.enum(Object.keys(entryKinds) as [EntryKind, ...EntryKind[]]),
  key: z.string().min(1).max(200),
  /** ISO 8601: when it was so. Of two entries about one thing the later one says how it is. */
  at: z.iso.datetime(),
  facts: z.record(z.string(), z.string()),
});
export type Entry = z.infer<typeof entrySchema>;

/** Each process numbers and chains its own lines, so that several may append to one file without a lock. */
const lineSchema = z.strictObject({
  ...entrySchema.shape,
  by: z.string(),
  n: z.number().int().positive(),
  prev: z.string(),
  hash: z.string(),
});
export type Line = z.infer<typeof lineSchema>;

const hashOf = ({ at, by, facts, key, kind, n, prev }: Omit<Line, 'hash'>): string =>
  createHash('sha256')
    .update(JSON.stringify([kind, key, at, Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1)), by, n, prev]))
    .digest('hex');

/** The line that follows `before` in its writer's chain. */
export function lineOf(entry: Entry, by: string, before: Pick<Line, 'n' | 'hash'> | null): Line {
  const line = { ...entry, by, n: (before?.n ?? 0) + 1, prev: before?.hash ?? '' };
  return { ...line, hash: hashOf(line) };
}

/** A line as it was written; null for one that was torn, edited, or is from another program. */
export function readLine(text: string): Line | null {
  try {
    const parsed = lineSchema.safeParse(JSON.parse(text));
    return parsed.success && hashOf(parsed.data) === parsed.data.hash ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Numbers of a writer's lines that are missing between others: somebody took lines out. */
export function gapsIn(lines: readonly Line[]): string[] {
  const gaps: string[] = [];
  for (const [by, own] of Map.groupBy(lines, (line) => line.by)) {
    const sorted = [...new Map(own.map((line) => [line.n, line])).values()].sort((a, b) => a.n - b.n);
    for (const [i, line] of sorted.entries())
      if (line.n !== (sorted[i - 1]?.n ?? 0) + 1 || line.prev !== (sorted[i - 1]?.hash ?? ''))
        gaps.push(`${by}#${line.n}`);
  }
  return gaps;
}
