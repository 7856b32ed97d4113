import { randomUUID } from 'node:crypto';

// In one place for the whole process: files that share it may each have a copy of this module.
const held = Symbol.for('empty MongoDB databases of the test process');
const processWide = globalThis as { [held]?: Map<string, string[]> };
const spares = (): Map<string, string[]> => (processWide[held] ??= new Map());

/**
 * The address of an empty database on this server: one that an earlier test has given back, with its collections and two
 * hundred indexes (making them takes the server two seconds), or a new name.
 * @param server address, whose own database is not touched
 */
export function emptyDatabase(server: string): string {
  const spare = spares().get(hostOf(server))?.pop();
  if (spare) return spare;
  const url = new URL(server);
  url.pathname = `/cms-${randomUUID()}`;
  return url.toString();
}

/** Empties a database whose last reader is gone, for the next test; one that cannot be emptied is nobody's any more. */
export async function giveBack(address: string): Promise<void> {
  const { MongoClient } = await import('mongodb');
  const client = new MongoClient(address);
  try {
    const collections = await client.db().collections();
    await Promise.all(collections.map((collection) => collection.deleteMany({})));
  } catch {
    return;
  } finally {
    await client.close();
  }
  const host = hostOf(address);
  spares().set(host, [...(spares().get(host) ?? []), address]);
}

const hostOf = (address: string): string => new URL(address).host;
