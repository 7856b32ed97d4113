import { gatherAll, tellStuck } from '../../../campaigns/bulkhead/stuck.ts';
import { civilDay } from '../../../campaigns/calendar/civil-day.ts';
import { turnShowings } from '../../../cms/publication/turn-showings.ts';
import { endPeriods } from '../../../cms/honours/end-periods.ts';
import { compareModels } from '../../../cms/honours/compare-models.ts';
import { purgePapers } from '../../../cms/honours/purge-papers.ts';
import { releaseBatches } from '../../../cms/honours/release-batches.ts';
import { endClosed } from '../../../cms/honours/end-closed.ts';
import { closedLong, inLong, type Loop } from './loop-kit.ts';

/** Honours: their periods, batches, papers, and the lists that they are compared with. */
export const honourLoops: readonly Loop[] = [
  [
    'end of periods: one whose release is broken, one whose card is, and one that has no end and is not even looked at',
    async (scene) => {
      const { payload } = scene;
      const [bad, cardless, good, lasting] = [
        await scene.signed('期满坏（示例）'),
        await scene.signed('期满卡坏（示例）'),
        await scene.signed('期满好（示例）'),
        await scene.signed('不会期满（示例）'),
      ];
      for (const { publication } of [bad, cardless, good])
        await payload.db.updateOne({
          collection: 'publications',
          id: publication,
          data: { until: '2020-01-01' } as never,
          returning: false,
        });
      await scene.poison('releases', bad.release, 'snapshot', 5);
      await scene.poison('publications', cardless.publication, 'card', null);
      await scene.poison('publications', lasting.publication, 'publishedAt', 'garbage');
      let told: string[] = [];
      return {
        run: async () => {
          told = (await gatherAll(() => endPeriods(payload, scene.clock))).stuck.map(({ item }) => item);
          for (const item of told) tellStuck(item, '期满的报道', new Error('读不出来。'));
        },
        good: async () =>
          (await Promise.all([good, cardless].map(async ({ story }) => (await scene.publication(story))?.state))).every(
            (state) => state === 'withdrawn',
          ) && !told.some((item) => item.includes(lasting.publication)),
        stuck: `publication ${bad.publication}`,
      };
    },
  ],
  [
    'showings: the release of one that has come cannot be read',
    async (scene) => {
      const [bad, good] = [await scene.signed('到点坏了（示例）'), await scene.signed('到点好的（示例）')];
      for (const { publication, release } of [bad, good]) {
        const showFrom = '2020-01-01T00:00:00.000Z';
        const how = { data: { showFrom } as never, returning: false } as const;
        await scene.payload.db.updateOne({ collection: 'releases', id: release, ...how });
        await scene.payload.db.updateOne({
          collection: 'publications',
          id: publication,
          data: { showFrom, state: 'waiting' } as never,
          returning: false,
        });
      }
      await scene.poison('releases', bad.release, 'snapshot', 5);
      return {
        run: () => turnShowings(scene.payload, scene.clock),
        good: async () => (await scene.publication(good.story))?.state === 'live',
        stuck: `publication ${bad.publication}`,
      };
    },
  ],
  [
    'take-down-closed: the release of one cannot be read',
    async (scene) => {
      const [bad, good] = [await scene.signed('下线坏了（示例）'), await scene.signed('下线好的（示例）')];
      const nominations = [
        await scene.nomination('下线坏', { state: 'offline', story: bad.story }),
        await scene.nomination('下线好', { state: 'offline', story: good.story }),
      ];
      await scene.poison('releases', bad.release, 'snapshot', 5);
      return {
        run: () => endClosed(scene.payload, scene.clock),
        good: async () => (await scene.publication(good.story))?.state === 'withdrawn',
        stuck: `nomination ${nominations[0]}`,
      };
    },
  ],
  [
    'take-down-closed: a history of the wrong shape keeps nobody on the pages',
    async (scene) => {
      const good = await scene.signed('经过坏了（示例）');
      const id = await scene.nomination('经过坏', { state: 'offline', story: good.story });
      await scene.poison('nominations', id, 'history', { not: 'a list' });
      return {
        run: () => endClosed(scene.payload, scene.clock),
        good: async () => (await scene.publication(good.story))?.state === 'withdrawn',
        stuck: null,
      };
    },
  ],
  [
    'batches: a story of one batch cannot be shown',
    async (scene) => {
      const { payload } = scene;
      const [bad, good] = [await scene.signed('整批坏（示例）'), await scene.signed('整批好（示例）')];
      const batch = async (name: string, { story, publication }: typeof bad) => {
        const { id } = await payload.create({
          collection: 'batches',
          data: { name, batchDate: civilDay(scene.clock.now()) } as never,
        });
        await payload.db.deleteOne({
          collection: 'publications',
          where: { id: { equals: publication } },
          returning: false,
        });
        await scene.nomination(name, { state: 'accepted', story, batch: id });
      };
      await batch('坏的一批', bad);
      await batch('好的一批', good);
      await scene.poison('releases', bad.release, 'snapshot', 5);
      return {
        run: () => releaseBatches(payload, scene.clock),
        good: async () => (await scene.publication(good.story))?.state === 'live',
        stuck: `story ${bad.story}`,
      };
    },
  ],
  [
    'batches: the row of one batch holds no date',
    async (scene, sqlite) => {
      const { payload } = scene;
      const good = await scene.signed('另一批好（示例）');
      await payload.db.deleteOne({
        collection: 'publications',
        where: { id: { equals: good.publication } },
        returning: false,
      });
      const made = async (name: string) =>
        (
          await payload.create({
            collection: 'batches',
            data: { name, batchDate: civilDay(scene.clock.now()) } as never,
          })
        ).id;
      const [bad, fine] = [await made('日期坏的一批'), await made('日期好的一批')];
      await scene.nomination('日期好', { state: 'accepted', story: good.story, batch: fine });
      await scene.poison('batches', bad, 'updatedAt', 'garbage');
      return {
        run: () => releaseBatches(payload, scene.clock),
        good: async () => (await scene.publication(good.story))?.state === 'live',
        stuck: sqlite ? `batches ${bad}` : null,
      };
    },
  ],
  [
    'comparison with lists: an entry without a name, and JSON that is none',
    async (scene, sqlite) => {
      const good = await scene.nomination('示例有限公司', { subject: 'unit', state: 'accepted' });
      const bad = await scene.nomination('坏的公司', { subject: 'unit', state: 'accepted' });
      await scene.poison('nominations', bad, 'history', '{');
      const entries = [
        { list: '示例名单', kind: 'unit', place: null },
        ...['坏的公司', '示例有限公司'].map((name) => ({ list: '示例名单', name, kind: 'unit', place: null })),
      ];
      return {
        run: () => compareModels(scene.payload, scene.clock, { entries: async () => entries as never }),
        good: async () =>
          (await scene.payload.findByID({ collection: 'nominations', id: good, depth: 0 })).state === 'offline',
        stuck: sqlite ? `nomination ${bad}` : 'list-entry',
      };
    },
  ],
  [
    'papers: one nomination cannot be written',
    async (scene) => {
      const [theirs, ours] = [await scene.paper(), await scene.paper()];
      const ended = { state: 'refused', closedOn: closedLong(scene) };
      const bad = await scene.nomination('材料坏', { ...ended, consent: { paper: theirs } });
      await scene.nomination('材料好', { ...ended, consent: { paper: ours } });
      await scene.poison('nominations', bad, 'history', '{');
      return {
        run: () => purgePapers(scene.payload, inLong(scene)),
        good: async () => !(await scene.there('papers', ours)),
        stuck: new RegExp(`nominations? ${bad}|^$`),
      };
    },
  ],
  [
    'papers: what a broken nomination still uses is not destroyed as unused',
    async (scene) => {
      const used = await scene.paper();
      const unused = await scene.paper();
      const bad = await scene.nomination('还在用', { state: 'accepted', consent: { paper: used } });
      await scene.poison('nominations', bad, 'updatedAt', 'garbage');
      await scene.poison('nominations', bad, 'history', '{');
      return {
        run: () => purgePapers(scene.payload, inLong(scene)),
        good: async () => (await scene.there('papers', used)) && !(await scene.there('papers', unused)),
        stuck: null,
      };
    },
  ],
];
