import { createHmac, timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';

const hex64 = z.string().regex(/^[0-9a-f]{64}$/);

/** One line outside the database: “when I wrote this, row `seq` had this hash, and there were `rows` rows”. */
export const checkpointSchema = z.strictObject({
  seq: z.int().positive(),
  hash: hex64,
  /** ISO with +08:00. */
  at: z.string(),
  rows: z.int().positive(),
  /** Which key made the mac (`keyName`). */
  key: z.string(),
  mac: hex64,
});
export type Checkpoint = z.output<typeof checkpointSchema>;

const macOf = (key: Buffer, { seq, hash, at, rows, key: name }: Omit<Checkpoint, 'mac'>): string =>
  createHmac('sha256', key)
    .update(JSON.stringify(['chengxin-checkpoint-1', seq, hash, at, rows, name]))
    .digest('hex');

export const signCheckpoint = (key: Buffer, said: Omit<Checkpoint, 'mac'>): Checkpoint => ({
  ...said,
  mac: macOf(key, said),
});

export const isGenuine = (key: Buffer, line: Checkpoint): boolean =>
  timingSafeEqual(Buffer.from(macOf(key, line), 'hex'), Buffer.from(line.mac, 'hex'));

/** In `<DATA_DIR>/audit` and, when set, in `AUDIT_CHECKPOINT_DIR` too. */
export const checkpointFile = (folder: string): string => join(folder, 'checkpoints.jsonl');
export const auditFolder = (dataDir: string): string => join(dataDir, 'audit');
