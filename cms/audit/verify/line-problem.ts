import { isGenuine, type Checkpoint } from '../checkpoint.ts';
import { keyName } from '../key.ts';

/** A line of a checkpoint file; `said` is null when it cannot be read. */
export interface CheckpointLine {
  file: string;
  line: number;
  said: Checkpoint | null;
}

/** What is wrong with a checkpoint itself, whatever the rows say. */
export function lineProblem(
  { file, line, said }: CheckpointLine,
  key: Buffer | null,
): { seq: number; reason: string } | null {
  const where = `检查点文件 ${file} 第${line}行`;
  if (!said) return { seq: 0, reason: `${where}看不懂：它被改过，或写到一半断了电。` };
  if (!key) return null;
  if (said.key !== keyName(key))
    return {
      seq: said.seq,
      reason: `${where}是用另一把密钥签的（${said.key}，手里的是 ${keyName(key)}）：多台机器要共用同一个 secrets/audit.key。`,
    };
  return isGenuine(key, said) ? null : { seq: said.seq, reason: `${where}被改过：签名对不上。` };
}
