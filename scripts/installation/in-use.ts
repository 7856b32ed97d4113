import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { lockFile } from '../../cms/sqlite/file-lock.ts';
import { exitCodes, Failure } from '../cli/failure.ts';

const inUseFile = '.in-use';

/**
 * Says, as long as this process lives, that its data folder is in use.
 * @returns how to stop saying so
 * @throws Failure while the folder is being restored
 */
export function useDataDir(dataDir: string): () => void {
  const end = lockFile(join(dataDir, inUseFile), 'shared');
  if (!end) throw new Failure(`数据目录 ${dataDir} 正在恢复备份：等它做完再启动。`, exitCodes.environment);
  return end;
}

/**
 * Keeps everybody else out of a data folder, as a restore needs it: who went on writing into what has been moved away
 * would lose it.
 * @throws Failure while the product runs on it
 */
export async function keepOut(dataDir: string): Promise<() => void> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const end = lockFile(join(dataDir, inUseFile), 'exclusive');
  if (!end)
    throw new Failure(
      `系统正在使用数据目录 ${dataDir}：请先停下它（Ctrl-C 或结束进程，等它说“已停止”），再恢复。`,
      exitCodes.environment,
    );
  return end;
}
