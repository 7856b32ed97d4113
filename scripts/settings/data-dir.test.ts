import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ensureSecret, openDataDir } from './data-dir.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'data-dir-'));
  delete process.env.PAYLOAD_SECRET;
});
afterEach(async () => {
  delete process.env.PAYLOAD_SECRET;
  await rm(dir, { recursive: true });
});

describe('data folder', () => {
  it('is created when missing', async () => {
    await openDataDir(join(dir, 'a/b'));
    expect((await stat(join(dir, 'a/b'))).isDirectory()).toBe(true);
  });

  it('refuses a place where a file is', async () => {
    await writeFile(join(dir, 'file'), '');
    await expect(openDataDir(join(dir, 'file'))).rejects.toThrow('这个位置上已有一个文件');
  });
});

describe('secret', () => {
  it('is made once, kept private, and the same for processes that start together', async () => {
    const secrets = await Promise.all(
      [1, 2, 3].map(() => {
        delete process.env.PAYLOAD_SECRET;
        return ensureSecret(dir);
      }),
    );
    expect(new Set(secrets).size).toBe(1);
    expect((await stat(join(dir, 'secret'))).mode & 0o777).toBe(0o600);
    expect(await readFile(join(dir, 'secret'), 'utf8')).toBe(secrets[0]);
  });

  it('refuses a damaged file instead of signing with it', async () => {
    await writeFile(join(dir, 'secret'), 'short');
    await expect(ensureSecret(dir)).rejects.toThrow('内容不完整');
  });
});
