import { hashOf, sealOf, type AuditRow } from '../row.ts';

/** A row as the database gives it, which may hold anything. */
export type RawRow = Record<keyof AuditRow, unknown>;

/** What is wrong with a row that should follow `head`, or null. */
export function rowProblem(
  row: RawRow,
  head: Pick<AuditRow, 'seq' | 'hash'>,
  key: Buffer | null,
): { seq: number; reason: string } | null {
  const due = head.seq + 1;
  const { seq } = row;
  if (typeof seq !== 'number' || !Number.isInteger(seq))
    return { seq: due, reason: `第${due}行的序号被改成了“${String(seq).slice(0, 20)}”。` };
  if (seq > due)
    return { seq: due, reason: seq === due + 1 ? `第${due}行被删掉了。` : `第${due}行到第${seq - 1}行被删掉了。` };
  if (seq < due) return { seq, reason: `第${seq}行重复或次序不对。` };
  if (!key) return { seq, reason: '找不到审计密钥（DATA_DIR 里的 secrets/audit.key），不能核验：请从备份里取回。' };
  // Whatever else it holds: if it does not follow, it stood somewhere else or the one before was put in its place.
  const own = hashOf(row as AuditRow);
  if (own !== row.hash) return { seq, reason: `第${seq}行的内容被改过，或和别的行调换了次序：和它自己的指纹对不上。` };
  if (row.prev !== head.hash) return { seq, reason: `第${seq}行接不上第${seq - 1}行：前面的行被改写、调换或插入过。` };
  if (sealOf(key, own) !== row.seal) return { seq, reason: `第${seq}行不是系统写的：没有系统的密封。` };
  return null;
}
