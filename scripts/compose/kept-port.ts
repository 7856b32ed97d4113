import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Starts a server on the port that it had last time, so that addresses handed out then still lead there; on any free one
 * when that is taken. `file` remembers it.
 */
export async function onKeptPort<T extends { url: string }>(
  file: string,
  start: (port: number) => Promise<T>,
): Promise<T> {
  const kept = Number(await readFile(file, 'utf8').catch(() => '0'));
  const server = await start(Number.isInteger(kept) && kept > 0 && kept < 65_536 ? kept : 0).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return start(0);
  });
  await mkdir(dirname(file), { recursive: true });
  // Half a number is another port.
  await writeFile(`${file}.${process.pid}`, new URL(server.url).port);
  await rename(`${file}.${process.pid}`, file);
  return server;
}
