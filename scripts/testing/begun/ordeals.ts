import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { committed } from '../../../cms/sqlite/migrate/pending.ts';
import { migrateDatabase } from '../../../cms/sqlite/migrate/migrate-database.ts';
import { emptyInstallation, type Environment } from '../../e2e/product.ts';
import { factsOf, type Facts } from './facts.ts';
import { chengxinArgs, nextStart, runKilled } from './killed.ts';

export interface Killed {
  /** How many were really killed while they ran. */
  kills: number;
  /** Installations that were not whole afterwards, in words. */
  broken: string[];
}

export interface Ordeal {
  kills: number;
  /** Kills one after the other on the same installation, before one start is let through. */
  chain: number;
  random: () => number;
  tell?: (line: string) => void;
}

/** Where an installation's database lies: SQLite in its folder, or a database of its own on that server. */
export type Place = (n: number) => string | null;

const mongoOf = (place: Environment) => place.env['DATABASE_URL'] ?? null;

/** An empty installation on that database; one on SQLite has no drawings kept ready either, so that making them is killed too. */
export async function install(database: string | null): Promise<Environment> {
  const place = await emptyInstallation(database ? { DATABASE_URL: database } : {});
  if (!database) place.env['STARTER_CACHE'] = join(place.dir, 'starter');
  return place;
}

/** What a first start makes that nobody interrupts, and what it costs in processor time. */
export interface Whole {
  facts: Facts;
  used: number;
}

export async function undisturbed(database: string | null): Promise<Whole> {
  const place = await install(database);
  try {
    const { opens, used } = await nextStart(place.env);
    if (!opens) throw new Error('nobody can log in after an undisturbed first start');
    return { facts: await factsOf(place.env['DATA_DIR'] ?? '', database), used };
  } finally {
    await place.drop();
  }
}

/**
 * First starts, killed with SIGKILL at random moments of their work (each as likely as any other, however loaded the machine),
 * each installation several times over;
 * then one start is let through, and everything must be there and the printed log-in must open.
 */
export async function killFirstStarts(
  databases: Place,
  { facts, used }: Whole,
  { kills, chain, random, tell }: Ordeal,
): Promise<Killed> {
  const result: Killed = { kills: 0, broken: [] };
  for (let n = 0; result.kills < kills && n < 2 * kills; n += 1) {
    const place = await install(databases(n));
    const moments: string[] = [];
    try {
      for (let k = 0; k < chain && result.kills < kills; k += 1) {
        const moment = random() * used;
        const { code } = await runKilled(chengxinArgs('seed'), place.env, moment);
        moments.push(moment.toFixed(2));
        if (code === null) result.kills += 1;
      }
      const { opens } = await nextStart(place.env);
      const is = await factsOf(place.env['DATA_DIR'] ?? '', mongoOf(place));
      if (!opens) result.broken.push(`killed at ${moments.join(', ')} s of work: the printed log-in does not open`);
      if (!isDeepStrictEqual(is, facts))
        result.broken.push(`killed at ${moments.join(', ')} s of work: ${differences(is, facts)}`);
    } catch (error) {
      result.broken.push(`killed at ${moments.join(', ')} s of work: ${String(error)}`);
    } finally {
      await place.drop();
    }
    tell?.(`${result.kills}/${kills} kills, broken ${result.broken.length}`);
  }
  return result;
}

/** Upgrades of an installation as an older version left it, killed at random moments; then one start is let through. */
export async function killMigrations({ kills, random, tell }: Ordeal): Promise<Killed> {
  const result: Killed = { kills: 0, broken: [] };
  const all = await committed();
  for (let n = 0, whole = 0; result.kills < kills && n <= 2 * kills; n += 1) {
    const place = await install(null);
    const old = 1 + Math.floor(random() * (all.length - 1));
    const dataDir = place.env['DATA_DIR'] ?? '';
    const file = `${dataDir}/chengxin.db`;
    try {
      await oldInstallation(dataDir, file, old);
      if (n > 0) {
        const moment = random() * whole;
        if ((await runKilled(chengxinArgs('migrate'), place.env, moment)).code === null) result.kills += 1;
      }
      const { migrated, used } = await nextStart(place.env);
      if (n === 0) whole = used;
      const { outside } = await import('../../../cms/sqlite/testing/outside.ts');
      const [row] = await outside(
        file,
        "SELECT (SELECT count(*) FROM payload_migrations) AS migrations, (SELECT data FROM payload_kv WHERE key = 'kept') AS kept",
      );
      if (row?.['migrations'] !== all.length || row['kept'] !== '1')
        result.broken.push(`from ${all[old - 1]?.name}, then ${migrated.join(', ')}: ${JSON.stringify(row)}`);
    } catch (error) {
      result.broken.push(`from ${all[old - 1]?.name}: ${String(error)}`);
    } finally {
      await place.drop();
    }
    tell?.(`${result.kills}/${kills} kills, broken ${result.broken.length}`);
  }
  return result;
}

/** A data folder as version `n` left it, in use: with an account and something written. */
async function oldInstallation(dataDir: string, file: string, n: number): Promise<void> {
  const { mkdir } = await import('node:fs/promises');
  const { openDatabase } = await import('../../../cms/sqlite/open-database.ts');
  await mkdir(`${dataDir}/media`, { recursive: true });
  await migrateDatabase(file, (await committed()).slice(0, n));
  const database = openDatabase(file);
  database.exec(
    "INSERT INTO payload_kv (key, data) VALUES ('kept', '1'); INSERT INTO users (id, name, email) VALUES ('u1', '示例', 'old@desk.example')",
  );
  database.close();
}

const differences = (is: Facts, wanted: Facts): string =>
  [...new Set([...Object.keys(is), ...Object.keys(wanted)])]
    .filter((name) => is[name] !== wanted[name])
    .map((name) => `${name} ${is[name] ?? 0} instead of ${wanted[name] ?? 0}`)
    .join(', ');
