import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { lockFile } from './file-lock.ts';

it('one holds it or many look; to let go twice, as when a start fails while it cleans up, hides no other error', () => {
  const folder = mkdtempSync(join(tmpdir(), 'chengxin-lock-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'lock');
  const looking = [lockFile(file, 'shared'), lockFile(file, 'shared')];
  expect(looking).not.toContain(null);
  expect(lockFile(file, 'exclusive')).toBeNull();
  for (const end of looking) end?.();
  const end = lockFile(file, 'exclusive');
  expect(lockFile(file, 'shared')).toBeNull();
  end?.();
  end?.();
  const next = lockFile(file, 'exclusive');
  expect(next).not.toBeNull();
  next?.();
});
