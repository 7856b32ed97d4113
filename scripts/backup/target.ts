import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { exitCodes, Failure } from '../cli/failure.ts';

/**
 * A folder to write a backup into, which appears whole or not at all: one that is not there yet is written beside and
 * renamed. An empty one may be a disk of its own; nothing can be renamed into its place.
 * @returns where to write, and how to let it appear, or to take away what was begun
 * @throws Failure when there is something in the folder
 */
export async function openTarget(
  dir: string,
): Promise<{ work: string; appear(): Promise<void>; giveUp(): Promise<void> }> {
  const isThere = existsSync(dir);
  if (isThere && (await readdir(dir)).length > 0)
    throw new Failure(`${dir} 里已经有文件：请给一个新的或空的文件夹。`, exitCodes.usage);
  const work = isThere ? dir : `${dir}.partial`;
  if (!isThere) await rm(work, { recursive: true, force: true });
  await mkdir(work, { recursive: true, mode: 0o700 });
  const names = async () => (await readdir(work)).map((name) => `${work}/${name}`);
  return {
    work,
    appear: async () => {
      if (!isThere) await rename(work, dir);
    },
    async giveUp() {
      if (isThere) for (const name of await names()) await rm(name, { recursive: true, force: true });
      else await rm(work, { recursive: true, force: true });
    },
  };
}
