import type { Checkpoint } from '../checkpoint.ts';
import { genesis, type AuditRow } from '../row.ts';
import { lineProblem, type CheckpointLine } from './line-problem.ts';
import { rowProblem, type RawRow } from './row-problem.ts';

export interface Verdict {
  ok: boolean;
  rows: number;
  /** The first row that is not as it was written; seq 0 when it is not one row that is wrong. */
  firstBad: { seq: number; reason: string } | null;
  /** How many checkpoints were compared. */
  checkpoints: number;
  /** Rows at the end that no checkpoint vouches for yet. */
  uncovered: number;
}

export interface Evidence {
  /** By `seq`, lowest first. */
  rows: AsyncIterable<RawRow> | Iterable<RawRow>;
  /** Rows that a walk by number does not meet, such as those without a number. */
  strays: () => Promise<number>;
  /** Null: there is no such file. */
  checkpoints: AsyncIterable<CheckpointLine> | Iterable<CheckpointLine> | null;
  key: Buffer | null;
  now: Date;
}

/** A product that runs covers every row within a second; so long may one that was killed lie. */
const graceMs = 3_600_000;

/**
 * Walks the chain once, row by row, beside the checkpoints. Only reads. Of the checkpoints no more is kept in memory than
 * number and fingerprint.
 * @returns what is wrong first, as a Chinese sentence
 */
export async function verify({ rows, strays, checkpoints, key, now }: Evidence): Promise<Verdict> {
  const { points, count: lines, problem: badLine } = await readPoints(checkpoints, key);
  let head: Pick<AuditRow, 'seq' | 'hash'> = { seq: 0, hash: genesis };
  let found: Verdict['firstBad'] = null;
  let count = 0;
  let at = 0;
  let uncoveredSince: string | null = null;
  const newest = points.at(-1)?.seq ?? 0;
  for await (const row of rows) {
    count += 1;
    if (found) continue;
    const problem = rowProblem(row, head, key);
    if (problem) {
      found = problem;
      continue;
    }
    head = { seq: Number(row.seq), hash: String(row.hash) };
    for (; at < points.length && (points[at]?.seq ?? 0) <= head.seq; at += 1) {
      if (points[at]?.hash !== head.hash)
        found ??= {
          seq: head.seq,
          reason: `第${head.seq}行和库外检查点记下的不一样：这一行或它前面的行被整段改写过。`,
        };
    }
    if (head.seq > newest) uncoveredSince ??= String(row.at);
  }
  const uncovered = Math.max(0, head.seq - newest);
  const outside =
    found ??
    tailProblem(head.seq, points.at(-1)) ??
    (count > 0 && checkpoints === null && isOld(uncoveredSince, now)
      ? { seq: head.seq, reason: '库外的检查点文件（DATA_DIR 里的 audit/checkpoints.jsonl）不见了。' }
      : null) ??
    (isOld(uncoveredSince, now)
      ? {
          seq: newest + 1,
          reason: `从第${newest + 1}行起没有检查点：检查点文件被删短了，或者程序被强行中断后还没有再启动（再启动会补上）。`,
        }
      : null);
  const astray = outside ? 0 : await strays();
  const firstBad =
    outside ?? badLine ?? (astray > 0 ? { seq: 0, reason: `有${astray}行没有正常的序号，不是系统写的。` } : null);
  return { ok: firstBad === null, rows: count + astray, firstBad, checkpoints: lines, uncovered };
}

const isOld = (since: string | null, now: Date): boolean =>
  since !== null && now.getTime() - new Date(since).getTime() > graceMs;

function tailProblem(last: number, newest: Pick<Checkpoint, 'seq' | 'at'> | undefined): Verdict['firstBad'] {
  if (!newest || newest.seq <= last) return null;
  return {
    seq: last + 1,
    reason: `末尾被截掉了：${newest.at} 的检查点记着有${newest.seq}行，现在只有${last}行，从第${last + 1}行起不见了。`,
  };
}

type Point = Pick<Checkpoint, 'seq' | 'hash' | 'at'>;

async function readPoints(
  lines: Evidence['checkpoints'],
  key: Buffer | null,
): Promise<{ points: Point[]; count: number; problem: Verdict['firstBad'] }> {
  const points: Point[] = [];
  let problem: Verdict['firstBad'] = null;
  let count = 0;
  for await (const line of lines ?? []) {
    count += 1;
    problem ??= lineProblem(line, key);
    if (line.said && !lineProblem(line, key))
      points.push({ seq: line.said.seq, hash: line.said.hash, at: line.said.at });
  }
  // Several processes write to one file: a line may stand a little after a later row's.
  return { points: points.sort((a, b) => a.seq - b.seq), count, problem };
}
