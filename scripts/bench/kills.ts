import { parseArgs } from 'node:util';
import { seeded } from '../../campaigns/channels/testing/random.ts';
import { killFirstStarts, killMigrations, undisturbed, type Killed } from '../testing/begun/ordeals.ts';
import { startMongod } from '../testing/mongod.ts';

// kill -9 at random moments of a first start, on both databases, and of an upgrade; then a start is let through, and
// everything must be there. With --only, one of sqlite, mongodb, migration; --seed N arranges the same moments again.
const { values } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    kills: { type: 'string' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
  },
});
const kills = Number(values.kills ?? (values.full ? 60 : 6));
const random = seeded(Number(values.seed));
const wants = (name: string) => values.only === undefined || values.only === name;
const tell = (line: string) => console.error(`  ${line}`);
let broken = 0;
const report = (name: string, killed: Killed) => {
  console.log(`${name}：kill -9 ${killed.kills} 次，之后不完整的 ${killed.broken.length} 次`);
  for (const line of killed.broken) console.log(`  ${line}`);
  broken += killed.broken.length;
};

if (wants('sqlite'))
  report(
    '第一次启动（SQLite）',
    await killFirstStarts(() => null, await undisturbed(null), { kills, chain: 6, random, tell }),
  );
if (wants('migration')) report('升级（SQLite）', await killMigrations({ kills, chain: 1, random, tell }));
if (wants('mongodb')) {
  const mongod = await startMongod();
  if ('missing' in mongod) console.log(mongod.missing);
  else {
    const at = (name: string) => {
      const url = new URL(mongod.url);
      url.pathname = `/begun-${process.pid}-${name}`;
      return url.toString();
    };
    report(
      '第一次启动（MongoDB）',
      await killFirstStarts((n) => at(String(n)), await undisturbed(at('model')), { kills, chain: 6, random, tell }),
    );
    await mongod.stop();
  }
}
process.exit(broken === 0 ? 0 : 1);
