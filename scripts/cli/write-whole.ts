import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file that people are to find whole or not at all: beside it, flushed, then renamed. Killed in between, the next
 * one of that name takes the place of what was left (`.<name>.part`), and the file of before stands untouched.
 * @throws the file system's errors; then nothing is left behind
 */
export async function writeWhole(file: string, content: Uint8Array | string): Promise<void> {
  const part = join(dirname(file), `.${basename(file)}.part`);
  try {
    const handle = await open(part, 'w');
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
