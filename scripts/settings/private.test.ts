import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tighten } from './private.ts';

it.skipIf(process.platform === 'win32')(
  'what an earlier version left open is closed; pages made for everybody stay',
  async () => {
    const root = await mkdtemp(join(tmpdir(), 'chengxin-private-'));
    const files = [
      'chengxin.db',
      'chengxin.db-wal',
      'papers/同意书.pdf',
      'media/a.webp',
      'backup/before-0011-20261127120000/secret',
      'snapshot/index.html',
    ];
    for (const name of files) {
      await mkdir(join(root, name, '..'), { recursive: true, mode: 0o755 });
      await writeFile(join(root, name), '', { mode: 0o644 });
    }
    expect(await tighten(root)).toEqual([]);
    const mode = async (name: string) => (await stat(join(root, name))).mode & 0o077;
    expect(
      await Promise.all(['', 'papers', 'backup/before-0011-20261127120000', ...files.slice(0, 5)].map(mode)),
    ).toEqual(Array(8).fill(0));
    expect(await mode('snapshot/index.html')).not.toBe(0);
    await rm(root, { recursive: true });
  },
);
