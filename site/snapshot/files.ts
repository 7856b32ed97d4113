import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Entry, Meta } from './entry.ts';
import { fileOfKey } from './key.ts';

const temporary = '.tmp-';
const sidecarOf = (file: string): string => join(dirname(file), `.${basename(file)}.json`);

export const sha256 = (body: Uint8Array): string => createHash('sha256').update(body).digest('hex');

/**
 * Pages as files below one folder, so that nginx can serve the same folder. Hidden names (sidecars, half-written files)
 * begin with a dot. A write is a rename: readers see the old file or the new one, never a part.
 */
export class SnapshotFiles {
  readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  async write(entry: Entry): Promise<void> {
    const file = join(this.root, fileOfKey(entry.meta.key));
    await mkdir(dirname(file), { recursive: true });
    await this.#replace(file, entry.body);
    await this.#replace(sidecarOf(file), JSON.stringify(entry.meta));
  }

  /** The body that belongs to `meta`, or null when it is missing, cut short or newer than its sidecar. */
  async body(meta: Meta): Promise<Uint8Array | null> {
    const body = await readFile(join(this.root, fileOfKey(meta.key))).catch(() => null);
    return body && sha256(body) === meta.hash ? body : null;
  }

  async remove(key: string): Promise<void> {
    const file = join(this.root, fileOfKey(key));
    // Both, whatever becomes of one: a body without its sidecar is trusted by nobody after a start.
    const [sidecar, body] = await Promise.allSettled([rm(sidecarOf(file), { force: true }), rm(file, { force: true })]);
    for (const one of [body, sidecar]) if (one.status === 'rejected') throw one.reason;
  }

  /** All sidecars; on the way it sweeps up what a crash left half-written. */
  async scan(): Promise<Meta[]> {
    const found: Meta[] = [];
    const names = await readdir(this.root, { recursive: true, withFileTypes: true }).catch(() => []);
    for (const item of names) {
      if (!item.isFile()) continue;
      const path = join(item.parentPath, item.name);
      if (item.name.startsWith(temporary)) await rm(path, { force: true });
      else if (item.name.startsWith('.') && item.name.endsWith('.json')) {
        const meta = await readFile(path, 'utf8').then(parseMeta, () => null);
        if (meta && path === join(this.root, sidecarOf(fileOfKey(meta.key)))) found.push(meta);
        else await rm(path, { force: true });
      }
    }
    return found;
  }

  async #replace(file: string, content: Uint8Array | string): Promise<void> {
    const next = join(dirname(file), `${temporary}${randomUUID()}`);
    try {
      await writeFile(next, content);
      await rename(next, file);
    } catch (error) {
      // A full disk must not be filled further with what did not fit.
      await rm(next, { force: true });
      throw error;
    }
  }
}

function parseMeta(text: string): Meta | null {
  try {
    const meta = JSON.parse(text) as Partial<Meta>;
    const whole =
      typeof meta.key === 'string' &&
      typeof meta.path === 'string' &&
      typeof meta.hash === 'string' &&
      Array.isArray(meta.headers) &&
      Array.isArray(meta.tags) &&
      Array.isArray(meta.refs);
    return whole ? (meta as Meta) : null;
  } catch {
    return null;
  }
}
