import type { DatabaseAdapter } from 'payload';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import { writes } from './undivided-writes.ts';

let cms: TestCms;
let id: string;
beforeAll(async () => {
  cms = await testCms();
  const phases = [{ name: '当天', startOffset: 0, endOffset: 0 }];
  const row = await cms.payload.create({
    collection: 'campaigns',
    data: {
      slug: 'c',
      year: 2026,
      title: '活动',
      theme: '主题',
      standfirst: '一句话',
      occasion: 'credit-record-day',
      phases,
    } as never,
  });
  id = String(row.id);
});
afterAll(() => cms.close());
const tasksOf = async () =>
  (await cms.payload.findByID({ collection: 'campaigns', id, depth: 0, joins: false })).tasks ?? [];

it('the same lists written many times at once are one of them, whole', async () => {
  const lists = Array.from({ length: 12 }, (_, n) =>
    Array.from({ length: n + 1 }, (__, k) => ({ name: `第${n}份第${k}项（示例）`, offsetDays: k })),
  );
  await Promise.all(
    lists.map((tasks) => cms.payload.update({ collection: 'campaigns', id, depth: 0, data: { tasks } })),
  );
  const names = (await tasksOf()).map(({ name }) => name);
  expect(lists.map((tasks) => tasks.map(({ name }) => name))).toContainEqual(names);
});

it('whoever reads meanwhile never sees a half', async () => {
  const five = (n: number) =>
    cms.payload.update({
      collection: 'campaigns',
      id,
      depth: 0,
      data: { tasks: Array.from({ length: 5 }, (_, k) => ({ name: `第${n}次第${k}项（示例）`, offsetDays: k })) },
    });
  await five(0);
  const seen = new Set<number>();
  let over = false;
  const reading = (async () => {
    while (!over) {
      seen.add((await tasksOf()).length);
      await new Promise(setImmediate);
    }
  })();
  for (let n = 1; n < 20; n += 1) await five(n);
  over = true;
  await reading;
  expect([...seen]).toEqual([5]);
});

it('a write that fails holds up none of the others', async () => {
  const results = await Promise.allSettled([
    cms.payload.update({ collection: 'campaigns', id, data: { year: 'none' as never } }),
    cms.payload.update({ collection: 'campaigns', id, data: { theme: '换了的主题（示例）' } }),
  ]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
});

it('everything that the adapter writes rows with is among them', () => {
  const db = cms.payload.db as unknown as DatabaseAdapter;
  // Files of migrations, tables of a database and the text of a question are no rows; `deleteWhere` is a statement inside the others.
  const others = ['createMigration', 'createDatabase', 'createExtensions', 'createJSONQuery', 'deleteWhere'];
  expect(
    Object.keys(db)
      .filter(
        (name) =>
          /^(?:create|update|delete|upsert)/.test(name) &&
          typeof Reflect.get(db, name) === 'function' &&
          !others.includes(name),
      )
      .toSorted(),
  ).toEqual(writes.toSorted());
});
