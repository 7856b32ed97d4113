import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

const program = `
  const { DatabaseSync } = require('node:sqlite');
  const database = new DatabaseSync(process.argv[1]);
  database.exec('PRAGMA busy_timeout = 10000');
  const statement = database.prepare(process.argv[2]);
  const rows = statement.all();
  database.close();
  process.stdout.write(JSON.stringify(rows));
`;

/** Runs one statement on a SQLite file as any program of somebody else's would: in a process of its own, which opens and closes it. */
export async function outside(file: string, sql: string): Promise<Record<string, unknown>[]> {
  const { stdout } = await run(process.execPath, ['--disable-warning=ExperimentalWarning', '-e', program, file, sql], {
    maxBuffer: 16 * 1024 * 1024,
  });
  return JSON.parse(stdout) as Record<string, unknown>[];
}
