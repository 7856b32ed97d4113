import { afterAll, describe, expect, it } from 'vitest';
import { within } from '../../.config/patience.ts';
import { seeded } from '../../campaigns/channels/testing/random.ts';
import { openMongod } from '../../cms/store/testing/mongod.ts';
import { factsOf } from '../testing/begun/facts.ts';
import { chengxinArgs, nextStart, runKilled } from '../testing/begun/killed.ts';
import { install, killFirstStarts, killMigrations, type Whole } from '../testing/begun/ordeals.ts';

// Killed at any moment, the next start has everything. A handful here; `npx chengxin bench kills --full` does sixty of each.
const mongod = await openMongod();
if ('missing' in mongod) console.warn(mongod.missing);
afterAll(() => mongod.stop());
const at = (kind: string, name: string): string | null => {
  if (kind === 'sqlite' || 'missing' in mongod) return null;
  const url = new URL(mongod.url);
  url.pathname = `/begun-${process.pid}-${name}`;
  return url.toString();
};

describe.each(['sqlite', 'mongodb'])('a first start on %s', (kind) => {
  const test = it.skipIf(kind === 'mongodb' && 'missing' in mongod);
  let whole: Whole;

  test(
    'by two processes at once is done once; both come up, everything is there, and a log-in that opens',
    async () => {
      const database = at(kind, 'two');
      const place = await install(database);
      const both = await Promise.all([1, 2].map(() => runKilled(chengxinArgs('seed'), place.env)));
      expect(both.map(({ code, stderr }) => [code, code === 0 ? '' : stderr])).toEqual([
        [0, ''],
        [0, ''],
      ]);
      // One waits for the other, or comes when all is done already.
      expect(both.filter(({ stderr }) => stderr.includes('写入示例内容：'))).toHaveLength(1);
      // Nobody has logged in yet: whatever was printed and not seen, the next start prints another that opens.
      expect((await nextStart(place.env)).opens).toBe(true);
      whole = {
        facts: await factsOf(place.env['DATA_DIR'] ?? '', database),
        used: Math.max(...both.map(({ used }) => used)),
      };
      expect(whole.facts).toMatchObject({ columns: 12, users: 1 });
      expect(whole.facts['publications']).toBe(whole.facts['stories']);
      expect(whole.facts['pictures on the disk']).toBe(whole.facts['media']);
      await place.drop();
    },
    within(200_000),
  );

  test(
    'killed at random moments, again and again, is completed by the next',
    async () => {
      expect(
        await killFirstStarts((n) => at(kind, `killed-${n}`), whole, { kills: 3, chain: 3, random: seeded(20261127) }),
      ).toEqual({ kills: 3, broken: [] });
    },
    within(300_000),
  );
});

it(
  'an upgrade killed at random moments is completed by the next start',
  async () => {
    expect(await killMigrations({ kills: 3, chain: 1, random: seeded(20261127) })).toEqual({ kills: 3, broken: [] });
  },
  within(200_000),
);
