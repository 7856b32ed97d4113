import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemClock } from '../../../campaigns/ports/clock.ts';

/** Where something made can be had again. It may be lost at any time: whoever asks can make it anew. */
export interface Shelf {
  /** @returns null when it is not there, or no longer whole */
  get(key: string): Promise<Buffer | null>;
  /** Never fails: where nothing can be written nothing is kept. */
  put(key: string, bytes: Uint8Array): Promise<void>;
}

const sumBytes = 32;
const sumOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();
const part = '.part';
/** Older than this, half a file is nobody's work any more. */
const abandonedMs = 3_600_000;

/**
 * A folder of files, each with its SHA-256 before it. A file appears whole (written beside its name, then renamed), so two
 * processes may fill the same shelf, and one that is killed leaves nothing that is taken for whole.
 * @param key of `get` and `put`: letters and digits
 * @param maxBytes what it may hold; beyond that, what has not been asked for longest goes
 */
export function openShelf(folder: string, maxBytes: number): Shelf {
  return {
    async get(key) {
      const file = join(folder, key);
      const kept = await readFile(file).catch(() => null);
      if (!kept) return null;
      const bytes = kept.subarray(sumBytes);
      if (!kept.subarray(0, sumBytes).equals(sumOf(bytes))) return null;
      const now = systemClock.now();
      await utimes(file, now, now).catch(() => undefined);
      return bytes;
    },
    async put(key, bytes) {
      const beside = join(folder, `${key}-${randomUUID()}${part}`);
      try {
        await mkdir(folder, { recursive: true });
        await writeFile(beside, Buffer.concat([sumOf(bytes), bytes]));
        await rename(beside, join(folder, key));
        await makeRoom(folder, maxBytes);
      } catch {
        await rm(beside, { force: true }).catch(() => undefined);
      }
    },
  };
}

async function makeRoom(folder: string, maxBytes: number): Promise<void> {
  const files = await Promise.all(
    (await readdir(folder)).map(async (name) => {
      const file = join(folder, name);
      const { mtimeMs = 0, size = 0 } = (await stat(file).catch(() => null)) ?? {};
      return { file, isPart: name.endsWith(part), mtimeMs, size };
    }),
  );
  const abandoned = files.filter(
    ({ isPart, mtimeMs }) => isPart && mtimeMs < systemClock.now().getTime() - abandonedMs,
  );
  const whole = files.filter(({ isPart }) => !isPart).sort((a, b) => b.mtimeMs - a.mtimeMs);
  let held = 0;
  const tooMuch = whole.filter(({ size }) => (held += size) > maxBytes);
  await Promise.all([...abandoned, ...tooMuch].map(({ file }) => rm(file, { force: true })));
}
