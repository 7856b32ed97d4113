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

type Mounter = (...words: string[]) => boolean;
const mounters: Mounter[] = [[], ['sudo', '-n']].map(
  (by) =>
    (...words) =>
      spawnSync([...by, ...words][0]!, [...by, ...words].slice(1), { stdio: 'ignore' }).status === 0,
);

/** Mounts so many megabytes of memory as a file system. @returns who could, or undefined where nobody may */
function mount(dir: string, megabytes: number): Mounter | undefined {
  const options = `size=${megabytes}m,mode=0700,uid=${process.getuid?.()},gid=${process.getgid?.()}`;
  return mounters.find((run) => run('mount', '-t', 'tmpfs', '-o', options, 'tmpfs', dir));
}

/** Whether this machine lets whoever runs the tests mount a file system: root, or a `sudo` that asks nothing; many containers do not. */
export function canMount(): boolean {
  const dir = mkdtempSync(join(tmpdir(), 'chengxin-disk-'));
  const able = mount(dir, 1);
  able?.('umount', '-l', dir);
  rmSync(dir, { recursive: true, force: true });
  return able !== undefined;
}

/** Said once instead of skipping silently. */
export const noSmallDisk =
  '真正写满磁盘的测试没有运行：这台机器不让当前用户挂载文件系统（需要 root，或不问密码的 sudo）。数据库自己的限额那一项照常测试。';

/**
 * A real file system of so many megabytes (tmpfs).
 * @throws Error where `canMount` says no
 */
export function smallDisk(megabytes: number): SmallDisk {
  const dir = mkdtempSync(join(tmpdir(), 'chengxin-disk-'));
  const able = mount(dir, megabytes);
  if (!able) throw new Error('no small disk here: neither this user nor sudo may mount one');
  const filler = join(dir, 'filler');
  const block = Buffer.alloc(64 * 1024, 1);
  return {
    dir,
    fill() {
      const file = openSync(filler, 'a');
      try {
        // To the last byte: what a block does not fit into, smaller pieces do.
        for (let size = block.length; size > 0; ) {
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
      able('umount', '-l', dir);
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
