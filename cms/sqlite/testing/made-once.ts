import { existsSync } from 'node:fs';
import { lockFile } from '../file-lock.ts';

/**
 * Has something made by whoever needs it first, among all the processes of a run of the tests; the others wait for it.
 * @param whole the file or folder that is there once the thing is whole; `make` must let it appear last
 * @throws whatever `make` throws; the next one who asks tries again
 */
export async function madeOnce(whole: string, make: () => Promise<void>): Promise<void> {
  while (!existsSync(whole)) {
    const release = lockFile(`${whole}.lock`, 'exclusive');
    if (!release) {
      await new Promise((done) => setTimeout(done, 100));
      continue;
    }
    try {
      if (!existsSync(whole)) await make();
    } finally {
      release();
    }
  }
}
