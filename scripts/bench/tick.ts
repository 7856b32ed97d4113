import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock } from '../../campaigns/ports/clock.ts';
import { seed } from '../../cms/starter/seed.ts';
import { openTestCms, testCms } from '../../cms/testing/test-cms.ts';
import { startMongod } from '../testing/mongod.ts';
import { aftercareLook } from './tick/aftercare-look.ts';
import { bulkCity } from './tick/bulk-city.ts';
import { idleMinutes, type Idle } from './tick/idle-minutes.ts';
import { idleProduct } from './tick/idle-product.ts';
import { modelCity } from './tick/model-city.ts';
import { processorOf, moreThan } from './tick/processor.ts';
import { mongoTables, sqliteTables } from './tick/tables.ts';

// What a minute costs in which nothing is due, at three sizes of a city: it must not grow with what is long done. Then the
// processor time of the whole product at rest. With --only one of sqlite, mongodb, product; with --full the last size is
// 100,000 stories and a million finished copies.
const { values } = parseArgs({ options: { full: { type: 'boolean', default: false }, only: { type: 'string' } } });
const sizes = (values.full ? [1000, 10_000, 100_000] : [100, 1000, 10_000]).map((stories) => ({
  stories,
  deliveries: stories * 10,
}));
const wants = (name: string) => values.only === undefined || values.only === name;

async function compare(engine: string, serverPid: number | null): Promise<void> {
  const found: { minute: Idle; look: Idle; server: number }[] = [];
  for (const { deliveries, stories } of sizes) {
    const cms = await testCms();
    await seed(cms.payload, undefined, { installing: true });
    const models = await modelCity(cms.payload);
    const now = systemClock.now();
    let payload = cms.payload;
    if (cms.databaseUrl) await bulkCity(mongoTables(payload), models, { stories, deliveries, now });
    else {
      await payload.destroy();
      const tables = sqliteTables(join(cms.dataDir, 'chengxin.db'));
      await bulkCity(tables, models, { stories, deliveries, now });
      tables.close();
      payload = await openTestCms(cms.dataDir);
    }
    const before = serverPid ? await processorOf(serverPid) : new Map<number, number>();
    const { byStep, look, minute } = await idleMinutes(payload, cms.dataDir);
    const server = serverPid ? moreThan(before, await processorOf(serverPid)) : 0;
    found.push({ minute, look, server });
    console.log(
      `${engine}，${stories} 篇、${deliveries} 份：闲着的一分钟 ${told(minute)}；网站看一次变化加查一次下一份 ${told(look)}`,
    );
    console.log(
      `  各步（毫秒）：${[...byStep]
        .sort((a, b) => b[1] - a[1])
        .slice(0, 8)
        .map(([name, ms]) => `${name} ${ms.toFixed(1)}`)
        .join('，')}`,
    );
    const care = await aftercareLook(payload);
    console.log(`  找出要复看的一份：处理器 ${care.ms.toFixed(1)} 毫秒，历时 ${care.wall.toFixed(1)} 毫秒`);
    if (payload !== cms.payload) await payload.destroy();
    await cms.close();
  }
  for (const [name, of] of [
    ['处理器时间', (one: Idle) => one.ms],
    ['问数据库的次数', (one: Idle) => one.questions],
    ['行数', (one: Idle) => one.rows],
  ] as const) {
    console.log(
      `${engine}，${sizes.map(({ stories }) => stories).join(' : ')} 篇，一分钟的${name} ${ratios(found.map(({ minute }) => of(minute)))}，看一次 ${ratios(found.map(({ look }) => of(look)))}`,
    );
  }
}

const told = ({ ms, questions, rows }: Idle) =>
  `${ms.toFixed(1)} 毫秒、问 ${questions.toFixed(0)} 次、${rows.toFixed(0)} 行`;
/** Each against the first. */
const ratios = (figures: number[]) => figures.map((figure) => (figure / (figures[0] || 1)).toFixed(2)).join(' : ');

if (wants('sqlite')) await compare('SQLite', null);
if (wants('mongodb')) {
  const mongod = await startMongod();
  if ('missing' in mongod) console.log(mongod.missing);
  else {
    process.env.CMS_TEST_MONGODB_URL = mongod.url;
    await compare('MongoDB', mongod.pid);
    await mongod.stop();
  }
}
if (wants('product')) console.log(await idleProduct(60));
process.exit(0);
