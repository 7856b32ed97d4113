import { statfs } from 'node:fs/promises';
import { fail, ok, warn, type Finding } from './finding.ts';

const GiB = 1024 ** 3;

/** Free space where the data lies: below 0.5 GiB a database may stop in the middle of a write. */
export async function checkDisk(dir: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(dir);
  const free = bavail * bsize;
  const text = `剩余 ${(free / GiB).toFixed(1)} GiB`;
  if (free < 0.5 * GiB) return fail('磁盘', `${text}，太少了：请清理磁盘，或用 DATA_DIR=… 换到大一点的盘。`);
  if (free < 5 * GiB) return warn('磁盘', `${text}，偏少：建议保持 5 GiB 以上。`);
  return ok('磁盘', text);
}
