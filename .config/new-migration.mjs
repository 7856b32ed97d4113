// Makes a SQLite migration from what the collections say now against the last one: node .config/new-migration.mjs NAME
// Payload's own command names it by the clock, writes an import that Node cannot run, and replaces the index: this puts
// all three right, then regenerates types and the import map. Read the SQL before committing: a rename shows as drop and add.
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const name = process.argv[2];
if (!/^[a-z][a-z0-9_]*$/.test(name ?? '')) {
  console.error('请给迁移起一个英文短名，例如：node .config/new-migration.mjs recalls');
  process.exit(2);
}
const dir = 'cms/migrations/sqlite';
const index = join(dir, 'index.ts');
const kept = readFileSync(index, 'utf8');
const known = new Set(readdirSync(dir));
// Nothing is opened with this secret: the commands only read the configuration.
const env = {
  ...process.env,
  PAYLOAD_CONFIG_PATH: 'cms/payload.config.ts',
  PAYLOAD_SECRET: process.env.PAYLOAD_SECRET ?? 'only-for-generating-0123456789abcdef',
};
const payload = (...args) =>
  execFileSync(process.execPath, ['node_modules/payload/bin.js', ...args], {
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });

try {
  payload('migrate:create', name, '--skip-empty');
} finally {
  writeFileSync(index, kept);
}
const made = readdirSync(dir).filter((f) => !known.has(f));
if (made.length === 0) {
  console.log('没有变化，不需要迁移。');
} else {
  const number = String(
    Math.max(0, ...[...known].map((f) => Number(/^(\d{4})_.*\.ts$/.exec(f)?.[1] ?? 0))) + 1,
  ).padStart(4, '0');
  const full = `${number}_${name}`;
  for (const file of made) renameSync(join(dir, file), join(dir, full + file.slice(file.lastIndexOf('.'))));
  const source = join(dir, `${full}.ts`);
  writeFileSync(
    source,
    readFileSync(source, 'utf8').replace(
      /^import \{ ?MigrateUpArgs, MigrateDownArgs, sql ?\} from '@payloadcms\/db-sqlite'/m,
      "import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-sqlite'",
    ),
  );
  const word = name.replaceAll(/_(.)/g, (_, c) => c.toUpperCase());
  writeFileSync(
    index,
    kept.replace(/((?:^import .*\n)+)/m, `$1import * as ${word} from './${full}.ts';\n`).replace(
      /\[([\s\S]*)\];/,
      (_, list) =>
        `[\n  ${list
          .trim()
          .replace(/,$/, '')
          .split(/,\s*(?=\{)/)
          .join(',\n  ')},\n  { name: '${full}', up: ${word}.up, down: ${word}.down },\n];`,
    ),
  );
  console.log(`${full} 已写好，索引已更新。`);
}
payload('generate:types');
payload('generate:importmap');
