import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gatherAll } from '../../campaigns/bulkhead/stuck.ts';
import { stepAlerts } from '../../cms/admin/queries/step-alerts.ts';
import { doorOf } from '../../cms/columns/json-column.ts';
import { writeSteps } from '../../cms/ops/step-memory.ts';
import { nextState } from '../../cms/ops/step-state.ts';
import { jsonColumns, type JsonColumns } from '../../cms/ops/unfit/json-columns.ts';
import { lookRound } from '../../cms/ops/unfit/look-round.ts';
import { createReader } from '../../cms/read/payload-reader.ts';
import { openMongod } from '../../cms/store/testing/mongod.ts';
import { oneOfEach } from '../../cms/testing/one-of-each.ts';
import { newsroom, type Desk } from '../../cms/testing/story.ts';
import { testCms, type TestCms } from '../../cms/testing/test-cms.ts';
import { systemClock } from '../../campaigns/ports/clock.ts';
import { checkRows } from '../doctor/rows.ts';
import type { OpenCms } from '../compose/open-cms.ts';
import { unfitRowsStep } from './steps/unfit-rows.ts';
import { poison } from '../../cms/testing/poison.ts';
import { formContentDoor } from '../../cms/preview/content-door.ts';
import { loadMyWork } from '../../cms/admin/queries/my-work.ts';
import { reviewAlerts } from '../../cms/admin/queries/review-alerts.ts';
import { loadAlerts } from '../../cms/admin/queries/alerts.ts';

const mongod = await openMongod();
if ('missing' in mongod) console.warn(mongod.missing);
afterAll(() => mongod.stop());

/** What no door takes, and on SQLite what is no JSON at all. */
const wrong = { 另一种值: 5, 一列别的东西: [5], '写了一半的 JSON': '{"half": [1, 2' };

describe.each(['SQLite', ...('url' in mongod ? ['MongoDB'] : [])])(
  '%s: a broken value in every JSON column',
  (engine) => {
    let cms: TestCms;
    let desk: Desk;
    let rows: Map<string, string>;
    let columns: JsonColumns[];
    beforeAll(async () => {
      if (engine === 'MongoDB' && 'url' in mongod) process.env.CMS_TEST_MONGODB_URL = mongod.url;
      cms = await testCms();
      delete process.env.CMS_TEST_MONGODB_URL;
      desk = await newsroom(cms.payload);
      rows = await oneOfEach(cms.payload, desk.author);
      const data = await sharp({ create: { width: 800, height: 500, channels: 3, background: '#eee' } })
        .png()
        .toBuffer();
      await poison(cms.payload, 'stories', rows.get('stories')!, 'stage', 'first');
      rows.set(
        'media',
        (
          await cms.payload.create({
            collection: 'media',
            data: { alt: '一面白墙', shows: 'nobody' },
            file: { data, name: 'a.png', mimetype: 'image/png', size: data.length },
          })
        ).id,
      );
      columns = jsonColumns(cms.payload);
    });
    afterAll(() => cms.close());

    const minute = () => gatherAll(() => unfitRowsStep({ payload: cms.payload }).run(systemClock.now()));
    /** What 今日 asks for everybody who may open it. */
    const today = async () => {
      const now = systemClock.now();
      for (const person of [desk.author, desk.first, desk.second, desk.signer])
        await loadMyWork(cms.payload, { person, now, campaigns: [], occasions: [] });
      await Promise.all([reviewAlerts(cms.payload, now), loadAlerts(cms.payload, now, null)]);
    };
    /** Until the round has come to every row there is. */
    const round = async () => {
      for (let n = 0; n < 3; n += 1) await lookRound(cms.payload);
      return minute();
    };

    it('what the product itself makes fits every door', async () => {
      expect((await round()).stuck).toEqual([]);
      expect(await checkRows({ payload: cms.payload } as OpenCms)).toMatchObject({ check: '保存的数据', state: 'ok' });
    });

    it.each(Object.entries(wrong))(
      '%s: the row is named, its form opens, 今日 says so, and mended it is gone',
      async (_, value) => {
        for (const { collection, columns: own } of columns) {
          const id = rows.get(collection)!;
          for (const { name } of own) {
            const {
              docs: [before],
            } = await cms.payload.db.find<Record<string, unknown> & { id: string }>({
              collection,
              where: { id: { equals: id } },
              pagination: false,
            });
            await poison(cms.payload, collection, id, name, value);
            const told = await round();
            const where = `${collection}.${name}`;
            expect(told.error, where).toBeNull();
            expect(
              told.stuck.map(({ item }) => item),
              where,
            ).toEqual([`${collection} ${id}`]);
            expect(told.stuck[0]?.error, where).toMatch(/读不出来：.*[一-龥].*。$/);
            expect((await cms.payload.findByID({ collection, id, depth: 0 })).id, where).toBe(id);
            await writeSteps(cms.payload, {
              'unfit-rows': nextState(undefined, unfitRowsStep({ payload: cms.payload }), told, systemClock.now()),
            });
            expect((await stepAlerts(cms.payload)).map(({ what }) => what).join(), where).toContain('读不出来');
            expect(await checkRows({ payload: cms.payload } as OpenCms), where).toMatchObject({
              state: 'warn',
              message: expect.stringContaining(`${collection} ${id}`),
            });
            await today();
            await createReader({
              payload: cms.payload,
              clock: systemClock,
              demo: true,
              siteUrl: 'http://localhost',
            }).stories({ size: 10 });
            await poison(cms.payload, collection, id, name, before?.[name] ?? null);
            expect((await round()).stuck, where).toEqual([]);
          }
        }
      },
    );

    it('a JSON column without a door is refused', () => {
      const { config } = cms.payload;
      const [first, ...more] = config.collections.filter(({ slug }) => slug === 'stories');
      const bare = { ...first!, flattenedFields: [{ name: 'bare', type: 'json' as const }] };
      expect(() => jsonColumns({ config: { ...config, collections: [bare, ...more] } })).toThrow('stories.bare 没有门');
      expect(columns.flatMap(({ columns: own }) => own).every(({ door }) => door.name.length > 0)).toBe(true);
      expect(doorOf({ name: 'bare', type: 'json' })).toBeNull();
    });

    it('the cost of a look does not grow: so many rows of a kind, round and round', async () => {
      const made: string[] = [];
      for (let n = 0; n < 5; n += 1)
        made.push(
          (
            await cms.payload.create({
              collection: 'working-copies',
              data: {
                key: `k${n}`,
                content: formContentDoor.write({ title: '示例' }),
                keptAt: systemClock.now().toISOString(),
              },
            })
          ).id,
        );
      await poison(cms.payload, 'working-copies', made.at(-1)!, 'content', 5);
      const seen: number[] = [];
      for (let n = 0; n < 8; n += 1) seen.push((await lookRound(cms.payload, 2)).length);
      expect(seen).toContain(0);
      expect(seen.at(-1)).toBe(1);
      for (const id of made) await cms.payload.delete({ collection: 'working-copies', id });
      expect(await lookRound(cms.payload, 2)).toEqual([]);
    });
  },
);
