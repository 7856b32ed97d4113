import { environment, setEnvironment } from './environment.ts';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { access, constants, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exitCodes, Failure } from '../cli/failure.ts';

/** Makes sure that the data folder exists and can be written. @throws Failure with one sentence. */
export async function openDataDir(dir: string): Promise<void> {
  try {
    await mkdir(dir, { recursive: true, mode: 0o700 });
    await access(dir, constants.W_OK);
    // access() says yes to root on a read-only file system: only a write proves it.
    await writeFile(join(dir, '.writable'), '');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    const why =
      code === 'EROFS'
        ? '所在磁盘是只读的'
        : code === 'ENOSPC'
          ? '磁盘已满'
          : code === 'ENOTDIR' || code === 'EEXIST'
            ? '这个位置上已有一个文件'
            : '没有写入权限';
    throw new Failure(
      `数据目录 ${dir} 不能写入（${why}）：请改正，或用 DATA_DIR=… 换一个目录。`,
      exitCodes.environment,
      { cause: error },
    );
  }
}

/**
 * The secret that signs log-ins, made once for this installation and kept in the data folder (never in git).
 * `PAYLOAD_SECRET` in the environment wins, so that several machines can share one.
 */
export async function ensureSecret(dir: string): Promise<string> {
  const given = environment().PAYLOAD_SECRET?.trim();
  if (given) return given;
  const file = join(dir, 'secret');
  // Killed by an earlier version between making and writing it: nothing was ever signed with it.
  if ((await readFile(file, 'utf8').catch(() => null))?.trim() === '') await rm(file);
  if (!existsSync(file)) {
    const mine = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`;
    await writeFile(mine, randomBytes(32).toString('base64url'), { mode: 0o600, flush: true });
    try {
      // A link appears whole or not at all: killed here nothing is half there, and of two that start together one makes it.
      await link(mine, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      await rm(mine);
    }
  }
  const secret = (await readFile(file, 'utf8')).trim();
  if (secret.length < 32)
    throw new Failure(`${file} 的内容不完整：请删掉它再启动（已登录的人需要重新登录）。`, exitCodes.environment);
  setEnvironment({ PAYLOAD_SECRET: secret });
  return secret;
}
