import { civilDay } from '../../../campaigns/calendar/civil-day.ts';
import { standingFindings } from '../../../cms/checking/nightly/standing.ts';
import { createSourceAsker } from '../../../cms/checking/reprints/ask-sources.ts';
import { heldReleases } from '../../../cms/publication/hold/held-releases.ts';
import { reprintAlerts } from '../../../cms/admin/queries/reprint-alerts.ts';
import { proposeCampaigns } from '../../../cms/programme/propose-campaigns.ts';
import { night, looked, outdated, wordList, type Loop } from './loop-kit.ts';

/** What is proposed, looked at by night, and told on 今日. */
export const nightLoops: readonly Loop[] = [
  [
    'proposals: a campaign and a notice that cannot be read',
    async (scene, sqlite) => {
      const { payload } = scene;
      const year = Number(civilDay(scene.clock.now()).slice(0, 4));
      const bad = await scene.campaign('proposal-bad', { occasion: 'constitution-day' });
      await scene.campaign('proposal-good', { occasion: 'consumer-rights-day' });
      const notice = await payload
        .create({
          collection: 'occasion-notices',
          data: {
            occasion: 'integrity-month',
            year: year + 1,
            start: `${year + 1}-06-01`,
            end: `${year + 1}-06-30`,
            docNo: '示例〔2026〕1号',
            body: '示例',
          } as never,
          draft: true,
        })
        .catch(() => null);
      if (notice) await scene.poison('occasion-notices', notice.id, 'start', 'garbage');
      await scene.poison('campaigns', bad, sqlite ? 'updatedAt' : 'title', sqlite ? 'garbage' : { not: 'a title' });
      return {
        run: () => proposeCampaigns(payload, new Date(`${year}-12-31T10:00:00+08:00`)),
        good: async () =>
          (
            await payload.count({
              collection: 'campaigns',
              where: { and: [{ slug: { equals: 'proposal-good' } }, { year: { equals: year + 1 } }] },
            })
          ).totalDocs === 1,
        stuck: new RegExp(`^campaigns? ${bad}$`),
      };
    },
  ],
  [
    'night: a story, a word list, a column, a campaign',
    async (scene) => {
      const { payload } = scene;
      const [bad, good] = [await scene.signed('夜里坏的（示例）'), await outdated(scene, '旧称甲局')];
      await scene.poison('lexicons', await wordList(scene, '没有人写的词'), 'entries', '{');
      await scene.poison('releases', bad.release, 'snapshot', 5);
      const column = (
        await payload.create({
          collection: 'columns',
          data: {
            slug: 'night-column',
            name: '夜里的栏目',
            description: '示例',
            type: '政务动态',
            kinds: ['knowledge'],
            navOrder: 9,
          } as never,
        })
      ).id;
      await scene.poison('columns', column, 'updatedAt', 'garbage');
      const { found, run } = await looked(scene, () => night(scene));
      return { run, good: async () => found(good.title), stuck: `story ${bad.story}` };
    },
  ],
  [
    'night: a row that cannot be read before one that can',
    async (scene, sqlite) => {
      const first = await scene.signed('前面坏的（示例）');
      const last = await outdated(scene, '旧称乙局');
      await scene.poison('publications', first.publication, 'publishedAt', 'garbage');
      const { found, run } = await looked(scene, () => night(scene));
      return { run, good: async () => found(last.title), stuck: sqlite ? `publications ${first.publication}` : null };
    },
  ],
  [
    'reprints: the release of one cannot be read, the address of another fails',
    async (scene) => {
      const { payload } = scene;
      const [bad, odd, good] = [
        await scene.signed('转载坏（示例）'),
        await scene.signed('转载怪（示例）'),
        await scene.signed('转载好（示例）'),
      ];
      for (const { release, story } of [bad, odd, good]) {
        const row = await payload.findByID({ collection: 'releases', id: release, depth: 0 });
        const snapshot = {
          ...(row.snapshot as object),
          reprint: { originalTitle: null },
          sourceUrl: `https://daily.example/${release}`,
        };
        await payload.db.updateOne({ collection: 'releases', id: release, data: { snapshot }, returning: false });
        await payload.db.updateOne({
          collection: 'stories',
          id: story,
          data: { reprint: true } as never,
          returning: false,
        });
      }
      await scene.poison('releases', bad.release, 'snapshot', null);
      const ask = async (url: string) => {
        if (url.endsWith(odd.release)) throw new Error('断了。');
        return 'dead' as const;
      };
      const later = { ...scene.clock, now: () => new Date(scene.clock.now().getTime() + 2 * 86_400_000) };
      return {
        run: () => createSourceAsker(payload, later, ask).run(),
        good: async () =>
          (await reprintAlerts(payload, later.now())).some(
            ({ href, word }) => href.endsWith(good.story) && word === '源稿没有了',
          ),
        stuck: new RegExp(`^publication ${bad.publication}$`),
      };
    },
  ],
  [
    '今日: one finding of the last night has the wrong shape',
    async (scene) => {
      const { payload } = scene;
      const live = await scene.signed('巡查过的（示例）');
      const finding = {
        rule: 'site/dead-link',
        level: 'warn',
        at: '正文',
        text: 'x',
        mend: '改。',
        subject: {
          kind: 'story',
          storyId: live.story,
          releaseId: live.release,
          serial: live.serial,
          title: '巡查过的（示例）',
          path: '/s/1',
        },
      };
      const run = await payload.create({
        collection: 'check-runs',
        data: {
          key: 'loops',
          kind: 'nightly',
          startedAt: scene.clock.now().toISOString(),
          finishedAt: new Date(scene.clock.now().getTime() + 3_600_000).toISOString(),
          findings: [null, { subject: 5 }, finding],
        } as never,
      });
      let seen = 0;
      return {
        run: async () => {
          seen = (await standingFindings(payload, scene.clock.now()))?.findings.length ?? 0;
        },
        good: async () => seen === 1,
        stuck: `check-runs ${run.id}`,
      };
    },
  ],
  [
    '今日: a version that is held back, with findings of the wrong shape',
    async (scene) => {
      const { payload } = scene;
      const live = await scene.signed('被拦的（示例）');
      const at = scene.clock.now().toISOString();
      for (const [key, findings] of [
        ['hold:nobody', '{'],
        [`hold:${live.release}`, []],
      ] as const) {
        const { id } = await payload.create({
          collection: 'check-runs',
          data: { key, kind: 'hold', startedAt: at, findings: [] } as never,
        });
        await scene.poison('check-runs', id, 'findings', findings);
      }
      let seen: string[] = [];
      return {
        run: async () => {
          seen = (await heldReleases(payload)).map(({ releaseId }) => releaseId);
        },
        good: async () => seen.includes(live.release),
        stuck: null,
      };
    },
  ],
];
