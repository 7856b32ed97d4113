import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SmallDisk {
  dir: string;
  /** Takes every byte that is left. */
  fill(): void;
  /** Gives them back. */
  free(): void;
  drop(): void;
}

/**
 * A real file system of so many megabytes (tmpfs). Mounting needs root, or a `sudo` that asks nothing.
 * @throws Error when this machine lets nobody mount; a test then fails and says so
 */
export function smallDisk(megabytes: number): SmallDisk {
  const dir = mkdtempSync(join(tmpdir(), 'chengxin-disk-'));
  const options = `size=${megabytes}m,mode=0700,uid=${process.getuid?.()},gid=${process.getgid?.()}`;
  const tries = [[], ['sudo', '-n']].map((by) => ({ by, run: (...words: string[]) => spawnSync([...by, ...words][0]!, [...by, ...words].slice(1), { encoding: 'utf8' }) }));
  const able = tries.find(({ run }) => run('mount', '-t', 'tmpfs', '-o', options, 'tmpfs', dir).status === 0);
  if (!able) {
    rmSync(dir, { recursive: true });
    throw new Error('no small disk here: neither this user nor sudo may mount one');
  }
  const filler = join(dir, 'filler');
  const block = Buffer.alloc(64 * 1024, 1);
  return {
    dir,
    fill() {
      const file = openSync(filler, 'a');
      try {
        // To the last byte: what a block does not fit into, smaller pieces do.
        for (let size = block.length; size > 0;) {
          try {
            writeSync(file, block, 0, size);
          } catch (error) {
            if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
            size = Math.floor(size / 2);
          }
        }
      } finally {
        closeSync(file);
      }
    },
    free: () => rmSync(filler, { force: true }),
    drop() {
      able.run('umount', '-l', dir);
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
