import { statfs } from 'node:fs/promises';
import { diskLimits } from '../../cms/ops/health/judge.ts';
import { fail, ok, warn, type Finding } from './finding.ts';

const GiB = 1024 ** 3;

/** Free space where the data lies; the same limits as everywhere (`cms/ops/health`). */
export async function checkDisk(dir: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(dir);
  const free = bavail * bsize;
  const text = `剩余 ${(free / GiB).toFixed(1)} GiB`;
  if (free < diskLimits.critical) return fail('磁盘', `${text}，太少了：请清理磁盘，或用 DATA_DIR=… 换到大一点的盘。`);
  if (free < diskLimits.low) return warn('磁盘', `${text}，偏少：请清理磁盘或换大一点的盘。`);
  return ok('磁盘', text);
}
