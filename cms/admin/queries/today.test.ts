import { randomUUID } from 'node:crypto';
import type { CollectionSlug } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, civilDay } from '../../../campaigns/calendar/civil-day.ts';
import { recordAilments } from '../../ops/health/told.ts';
import { writeSteps } from '../../ops/step-memory.ts';
import { pauseChannel } from '../../store/channel-pauses.ts';
import { openMongod } from '../../store/testing/mongod.ts';
import { person } from '../../testing/people.ts';
import { sampleDesk, type SampleDesk } from '../../testing/sample-desk.ts';
import { draft, release } from '../../testing/story.ts';
import { testCms, type TestCms } from '../../testing/test-cms.ts';
import { performReview } from '../../desk/perform.ts';
import { isSentence } from '../testing/sentences.ts';
import { honourAlerts } from './honour-alerts.ts';
import { loadPauses } from './pauses.ts';
import { loadProposals } from './proposals.ts';
import { navCounts } from './nav-counts.ts';
import { loadToday } from './today.ts';

const mongod = await openMongod();
if ('missing' in mongod) console.warn(mongod.missing);
afterAll(() => mongod.stop());
const hour = 3_600_000;

describe.each(['SQLite', ...('url' in mongod ? ['MongoDB'] : [])])(
  '%s: the morning of a desk where everything waits',
  (engine) => {
    let cms: TestCms;
    let sample: SampleDesk;
    const now = new Date();
    const today = civilDay(now);
    beforeAll(async () => {
      if (engine === 'MongoDB' && 'url' in mongod) process.env.CMS_TEST_MONGODB_URL = mongod.url;
      cms = await testCms();
      delete process.env.CMS_TEST_MONGODB_URL;
      const { payload } = cms;
      sample = await sampleDesk(payload);
      for (const state of ['confirmed', 'unknown', 'refused', 'dead', 'pending'] as const)
        await sample.deliver(state, new Date(now.getTime() - hour), { note: '平台没有说明原因。' });
      const reprint = await draft(payload, sample.desk.author, {
        reprint: true,
        source: '示例日报',
        sourceUrl: 'https://daily.example/1',
        originalTitle: '转载（示例）',
        title: '转载（示例）',
      } as never);
      await release(payload, reprint.id, sample.desk, {
        now: () => new Date(now.getTime() - 30 * hour),
        sleep: () => Promise.resolve(),
      });
      await recordAilments(payload, [
        {
          id: 'disk',
          level: 'degraded',
          urgency: 'urgent',
          title: '磁盘快满',
          what: '磁盘只剩5%。',
          advice: '请系统管理员腾出地方。',
          measure: 5,
        },
      ]);
      const stuck = {
        title: '排期',
        advice: '请把这句话告诉系统管理员。',
        lastSuccess: null,
        failing: null,
        stuck: [{ item: `story ${reprint.id}`, title: '那一篇', error: '读不出来。', since: now.toISOString() }],
      };
      await writeSteps(payload, { plan: stuck });
      await pauseChannel(payload, { channel: 'weibo', reason: '示例原因', by: '示例终审', at: now });
      const nominate = (name: string, more: object) =>
        payload.db.create({
          collection: 'nominations',
          data: {
            id: randomUUID(),
            name,
            subject: 'person',
            category: '诚信人物',
            place: '示例县',
            recommendedBy: '示例镇',
            deed: '二十年。',
            ...more,
          } as never,
        });
      await nominate('示例甲', { state: 'offline', hit: '和“示例名单”上的单位同名。' });
      await nominate('示例乙', { state: 'accepted', hit: '和“示例名单”上的人同名。' });
      await nominate('示例丙', {
        state: 'notice',
        notice: {
          where: '政府网站',
          from: addDays(today, -14),
          to: addDays(today, -1),
          objections: [{ id: randomUUID(), on: today, what: '有人反映。', verdict: 'open' }],
        },
      });
      await nominate('示例丁', {
        state: 'notice',
        notice: { where: '政府网站', from: addDays(today, -3), to: today, objections: [] },
      });
      await payload.create({
        collection: 'campaigns',
        data: {
          title: '没确认的',
          slug: 'open',
          theme: '说到做到',
          standfirst: '说到做到',
          occasion: 'constitution-day',
          year: Number(today.slice(0, 4)),
          state: 'draft',
          phases: [{ name: '全年', startOffset: -360, endOffset: 360 }],
        } as never,
      });
      const waits = await draft(payload, sample.desk.author, { title: '等初审（示例）' });
      await performReview(
        { payload, clock: { now: () => new Date(now.getTime() - 30 * 24 * hour), sleep: () => Promise.resolve() } },
        { storyId: waits.id, act: 'submit', person: sample.desk.author, note: '' },
      );
    });
    afterAll(() => cms.close());
    const load = () => loadToday(cms.payload, sample.desk.first, now);

    it('everything that waits is told, nothing twice, no part is missing', async () => {
      const { alerts } = await load();
      const words = alerts.map(({ word }) => word);
      expect(words).toEqual(
        expect.arrayContaining([
          '结果未知',
          '被拒',
          '等人工',
          '逾期',
          '卡住了',
          '磁盘快满',
          '核对源稿',
          '命中名单',
          '名单上同名',
          '有异议',
          '公示期满',
          '活动没有确认',
        ]),
      );
      expect(words.some((word) => /^审签/.test(word))).toBe(true);
      expect(words).not.toContain('读不出来');
      expect(new Set(alerts.map(({ id, word }) => `${word}${id}`)).size).toBe(alerts.length);
    });

    it('every alert says what and what to do in whole sentences, and its button leads to a page that exists', async () => {
      const slugs = Object.keys(cms.payload.collections) as CollectionSlug[];
      for (const { acts = [], advice, button, href, what } of (await load()).alerts) {
        expect([what, advice]).toSatisfy((some: string[]) => some.every(isSentence));
        expect(button).toMatch(/^\p{Script=Han}{2,8}$/u);
        const [, slug, id] = /^\/admin\/collections\/([^/?#]+)(?:\/([^/?#]+))?$/.exec(href) ?? [];
        if (slug) expect(slugs).toContain(slug);
        else expect(href).toMatch(/^\/admin(?:\/(?:ledger|calendar|files))?(?:[?#]|$)/);
        if (slug && id)
          expect(
            await cms.payload.findByID({ collection: slug as CollectionSlug, id, depth: 0, disableErrors: true }),
          ).not.toBeNull();
        for (const { label, path } of acts)
          expect([label, path]).toEqual([expect.stringMatching(/\p{Script=Han}/u), expect.stringMatching(/^\/api\//)]);
      }
    });

    it('honours: a hit, a namesake, an open objection and a notice that is over, each once; one that runs today is silent', async () => {
      const told = (await honourAlerts(cms.payload, now)).map(({ what, word }) => `${word}：${what}`);
      expect(told.sort()).toEqual(
        [
          '公示期满：推荐人选“示例丙”的公示到' + addDays(today, -1) + '期满，等终审人决定。',
          '名单上同名：诚信典型“示例乙”和“示例名单”上的人同名。',
          '命中名单：诚信典型“示例甲”和“示例名单”上的单位同名。页面和推送已经自动下线。',
          '有异议：推荐人选“示例丙”有1条异议还没有核查完。',
        ].sort(),
      );
      const tomorrow = new Date(now.getTime() + 24 * hour);
      expect((await honourAlerts(cms.payload, tomorrow)).filter(({ word }) => word === '公示期满')).toHaveLength(2);
    });

    it('what is paused is named with who and why; the others run', async () => {
      const { paused, running } = await loadPauses(cms.payload);
      expect(paused).toMatchObject([
        {
          channel: 'weibo',
          name: '微博',
          since: expect.stringMatching(/^示例终审 \d+月\d+日 \d\d:\d\d$/),
          reason: '示例原因',
        },
      ]);
      expect(running.map(({ id }) => id)).not.toContain('weibo');
      expect(running.length).toBeGreaterThan(2);
      expect((await load()).paused).toEqual(paused);
    });

    it('the menu counts what waits for this person, and copies in trouble', async () => {
      const { work } = await load();
      expect(await navCounts(cms.payload, sample.desk.first, now)).toEqual({
        today: work.flatMap(({ tasks }) => tasks).length,
        ledger: 3,
      });
      expect((await navCounts(cms.payload, await person(cms.payload, 'auditor'), now)).today).toBe(0);
    });

    it('drafts of the system are proposed by year and name, until somebody takes them up or the year is over', async () => {
      const made = async (slug: string, year: number, origin: string) => {
        const { id } = await cms.payload.create({
          collection: 'campaigns',
          data: {
            title: slug,
            slug,
            theme: '说到做到',
            standfirst: '说到做到',
            occasion: 'constitution-day',
            year,
            state: 'draft',
            phases: [{ name: '当天', startOffset: 0, endOffset: 0 }],
          } as never,
        });
        await cms.payload.db.updateOne({ collection: 'campaigns', id, data: { origin } as never, returning: false });
        return id;
      };
      const ids = [
        await made('b', 2031, 'proposed'),
        await made('a', 2031, 'proposed'),
        await made('c', 2030, 'proposed'),
        await made('past', 2029, 'proposed'),
      ];
      await made('own', 2031, 'desk');
      expect((await loadProposals(cms.payload, 2030)).map(({ title, year }) => `${year}${title}`)).toEqual([
        '2030c',
        '2031a',
        '2031b',
      ]);
      await cms.payload.db.updateOne({
        collection: 'campaigns',
        id: ids[1] ?? '',
        data: { state: 'confirmed' } as never,
        returning: false,
      });
      expect((await loadProposals(cms.payload, 2031)).map(({ title }) => title)).toEqual(['b']);
    });
  },
);
