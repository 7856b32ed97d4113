import { systemClock } from '../../ports/clock.ts';
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';

export interface PackFile {
  /** Relative, with `/`. */
  path: string;
  bytes: Uint8Array;
}

export const manifestSchema = z.looseObject({
  deliveryId: z.string(),
  files: z.array(z.strictObject({ path: z.string(), bytes: z.number(), sha256: z.string() })),
});

const manifestName = 'manifest.json';

/** Text as a file that Windows programs open as UTF-8 with line ends they understand. */
export const textFile = (path: string, text: string): PackFile => ({
  path,
  bytes: Buffer.from(`\ufeff${text.replace(/\r?\n/g, '\r\n')}\r\n`, 'utf8'),
});

/** Name of the finished folder of a delivery under `parent`, or null. Unfinished ones never bear a final name. */
export async function findPack(parent: string, deliveryId: string): Promise<string | null> {
  for (const name of await names(parent)) {
    if (!name.endsWith(`-${safeName(deliveryId)}`) || name.startsWith('.')) continue;
    const raw = await readFile(join(parent, name, manifestName), 'utf8').catch(() => null);
    if (raw === null) continue;
    const manifest = manifestSchema.safeParse(parse(raw));
    if (manifest.success && manifest.data.deliveryId === deliveryId) return name;
  }
  return null;
}

/**
 * Writes a folder as one act: everything goes to a hidden folder first, is flushed, and is then renamed. Killed in
 * between, the next one for the same delivery takes the half folder away. When the name
 * exists already (another worker was quicker) that one stays. `facts` open the manifest, which lists sha256 of each file.
 */
export async function writePack(
  parent: string,
  name: string,
  facts: { deliveryId: string } & Record<string, unknown>,
  files: PackFile[],
): Promise<void> {
  await mkdir(parent, { recursive: true });
  await sweep(parent, facts.deliveryId);
  const temporary = join(parent, `.${name}.${randomBytes(4).toString('hex')}`);
  try {
    for (const file of [...files, manifestFile(facts, files)])
      await writeFlushed(join(temporary, file.path), file.bytes);
    await rename(temporary, join(parent, name));
    await flushFolder(parent);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    const taken = error instanceof Error && 'code' in error && (error.code === 'ENOTEMPTY' || error.code === 'EEXIST');
    if (!taken) throw error;
  }
}

/** A folder that is being written: its final name in hiding, and a number of its own. */
const unfinished = /^\.(.+)\.[0-9a-f]{8}$/;
/** Nobody writes at one pack for so long. */
const abandonedMs = 24 * 3_600_000;

/** Takes away what a process that died left half written: of this delivery, whatever the day in its name, or long ago. */
async function sweep(parent: string, deliveryId: string): Promise<void> {
  for (const old of await names(parent)) {
    const name = unfinished.exec(old)?.[1];
    if (name === undefined) continue;
    const begun = (await stat(join(parent, old)).catch(() => null))?.mtimeMs ?? 0;
    if (name.includes(`-${safeName(deliveryId)}`) || systemClock.now().getTime() - begun > abandonedMs)
      await rm(join(parent, old), { recursive: true, force: true });
  }
}

/** After a power cut the name must be there as the files are. */
async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => null);
  // Some file systems do not flush folders; then their names are as safe as they get.
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}

/** The file that makes a folder complete: `facts`, then sha256 of each file. */
export function manifestFile(facts: { deliveryId: string } & Record<string, unknown>, files: PackFile[]): PackFile {
  const list = files.map((f) => ({
    path: f.path,
    bytes: f.bytes.length,
    sha256: createHash('sha256').update(f.bytes).digest('hex'),
  }));
  return { path: manifestName, bytes: Buffer.from(`${JSON.stringify({ ...facts, files: list }, null, 2)}\n`) };
}

/** A part of a file name: no separators, no characters that Windows refuses, no leading dots. */
export const safeName = (text: string): string =>
  text
    .replace(/[\\/:*?"<>|\u0000-\u001f]/g, '_')
    .replace(/^\.+/, '_')
    .slice(0, 80) || '_';

async function writeFlushed(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, 'w');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

const names = (directory: string): Promise<string[]> => readdir(directory).catch(() => []);

function parse(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return null;
  }
}
