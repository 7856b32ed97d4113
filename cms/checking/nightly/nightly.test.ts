import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { instantOf } from '../../../campaigns/calendar/civil-day.ts';
import { createReader } from '../../read/payload-reader.ts';
import { performReview } from '../../desk/perform.ts';
import { signedIn } from '../../testing/signed-in.ts';
import { draft, newsroom, release, type Desk } from '../../testing/story.ts';
import { testCms, type TestCms } from '../../testing/test-cms.ts';
import type { AskLink } from './links.ts';
import type { NightlyFinding } from './nightly-finding.ts';
import { dueNight, runNight } from './nightly-run.ts';
import { patrol } from './patrol.ts';
import { loadNightlyTerms } from '../../content/load-nightly-terms.ts';

let cms: TestCms;
let desk: Desk;
const signedAt = instantOf('2026-06-01', '10:00');
const clockAt = (now: Date) => ({ now: () => now, sleep: () => Promise.resolve() });
beforeAll(async () => {
  cms = await testCms();
  desk = await newsroom(cms.payload);
});
afterAll(() => cms.close());

async function look(now: Date, outside: AskLink | null = null) {
  const { payload } = cms;
  const reader = createReader({ payload, clock: clockAt(now), demo: true, siteUrl: 'https://chengxin.example' });
  return patrol({ payload, reader, now, outside, terms: await loadNightlyTerms(process.cwd()) });
}
const of = (findings: readonly NightlyFinding[], storyId: string) =>
  findings.filter(({ subject }) => subject.kind === 'story' && subject.storyId === storyId);
async function live(more: object = {}) {
  const story = await draft(cms.payload, desk.author, more);
  await release(cms.payload, story.id, desk, clockAt(signedAt));
  return story.id;
}

describe('everything live is looked at', () => {
  it('nothing wrong, nothing said of the story', async () => {
    const id = await live();
    expect(of((await look(instantOf('2026-06-02', '02:30'))).findings, id)).toEqual([]);
  });

  it('a word that is wrong since yesterday, also in what is long published', async () => {
    const id = await live({ summary: '讲一讲某旧机构的事。' });
    const words = await cms.payload.create({
      collection: 'lexicons',
      data: {
        slug: 'since-yesterday',
        title: '改名',
        group: 'wording',
        edition: '2026-06-02',
        owner: '编辑部',
        source: '自编',
        confidence: 1,
        active: true,
        entries: [{ wrong: '某旧机构', right: '某新机构', why: '已经改名', level: 'block' }],
      } as never,
    });
    const report = await look(instantOf('2026-06-03', '02:30'));
    expect(of(report.findings, id)).toMatchObject([{ rule: 'wording/since-yesterday', level: 'block', at: '摘要' }]);
    expect(report.editions).toContain('since-yesterday@2026-06-02');
    await cms.payload.delete({ collection: 'lexicons', id: words.id });
  });

  it('links: dead ones of our own, withdrawn targets, links that nobody can see; others only when switched on', async () => {
    const target = await live();
    const { serial } = (await cms.payload.find({ collection: 'publications', where: { story: { equals: target } } }))
      .docs[0] ?? { serial: 0 };
    const text = (words: string, url: string) => ({
      type: 'link',
      version: 1,
      fields: { url, linkType: 'custom', newTab: false },
      children: [{ type: 'text', text: words, version: 1, format: 0 }],
    });
    const body = {
      root: {
        type: 'root',
        version: 1,
        children: [
          {
            type: 'paragraph',
            version: 1,
            children: [
              { type: 'text', text: '请看', version: 1, format: 0 },
              text('那一篇', `/s/${serial}`),
              text('没有的', '/s/99999'),
              text('全址', `https://chengxin.example/c/none`),
              text('栏目', '/c/knowledge'),
              text('外站', 'https://gone.example/a'),
              text('\u200b', 'https://bad.example/'),
              text('年历', '/year/2026'),
            ],
          },
        ],
      },
    };
    const id = await live({ body });
    const night = instantOf('2026-06-03', '02:30');
    const links = async (outside: AskLink | null = null) =>
      of((await look(night, outside)).findings, id).map(({ rule, text: url }) => `${rule} ${url}`);
    expect(await links()).toEqual([
      'site/dark-link https://bad.example/',
      'site/dead-link /s/99999',
      'site/dead-link https://chengxin.example/c/none',
    ]);
    const asked: string[] = [];
    expect(
      await links(async (url) => {
        asked.push(url);
        return 'dead';
      }),
    ).toContain('site/dead-link https://gone.example/a');
    expect(asked).toEqual(['https://gone.example/a']);
    await performReview(
      { payload: cms.payload },
      { storyId: target, act: 'withdraw', person: desk.signer, note: '撤下。' },
    );
    expect(await links()).toContain(`site/dead-link /s/${serial}`);
  });

  it('consent ends, verification ages: told before, alarmed afterwards', async () => {
    const roleModel = {
      name: '示例人',
      category: '诚信人物',
      batch: '第一批',
      place: '示例县',
      consent: '本人书面同意',
      recommendedBy: '示例单位',
      consentUntil: '2026-08-31',
    };
    const story = await draft(cms.payload, desk.author);
    await release(cms.payload, story.id, desk, clockAt(signedAt));
    // As a role model that went out by itself: the nomination's own gates are tested where they live.
    await cms.payload.update({
      collection: 'publications',
      where: { story: { equals: story.id } },
      data: { kind: 'role-model' },
    });
    await cms.payload.update({ collection: 'stories', id: story.id, data: { kind: 'role-model', roleModel } as never });
    const rules = async (day: string) =>
      of((await look(instantOf(day, '02:30'))).findings, story.id).map(({ level, rule }) => `${level} ${rule}`);
    expect(await rules('2026-07-31')).toEqual([]);
    expect(await rules('2026-08-01')).toEqual(['warn consent/expiry']);
    expect(await rules('2026-08-31')).toEqual(['warn consent/expiry']);
    expect(await rules('2026-09-01')).toEqual(['block consent/expiry']);
    expect(await rules('2027-05-02')).toEqual(['block consent/expiry', 'warn site/reverify']);
    expect(await rules('2027-06-02')).toEqual(['block consent/expiry', 'block site/reverify']);
  });

  it('a date of issue that is not the one of the log', async () => {
    const id = await live();
    await cms.payload.update({
      collection: 'publications',
      where: { story: { equals: id } },
      data: { firstPublishedAt: instantOf('2026-05-01', '09:00').toISOString() },
    });
    expect(of((await look(instantOf('2026-06-02', '02:30'))).findings, id)).toMatchObject([
      { rule: 'site/pub-date-forged', level: 'block' },
    ]);
  });

  it('blank columns, and accounts that fall silent', async () => {
    await cms.payload.create({
      collection: 'columns',
      data: { slug: 'empty', name: '空栏目', description: '空', type: '通知公告', kinds: ['knowledge'] } as never,
    });
    const delivery = (channel: string, day: string) =>
      cms.payload.db.create({
        collection: 'deliveries',
        data: {
          id: `${channel}-${day}`,
          key: `${channel}-${day}`,
          campaignId: 'c',
          postId: 'p',
          channel,
          releaseId: 'r',
          plannedAt: instantOf(day).toISOString(),
          state: 'confirmed',
          misfire: 'late',
          misfireWindow: 60,
          attempts: 1,
          wakeAt: instantOf(day).toISOString(),
          progress: {},
        },
      });
    await delivery('weibo', '2026-06-01');
    const clocks = async (day: string) =>
      (await look(instantOf(day, '02:30'))).findings
        .filter(({ subject }) => subject.kind !== 'story')
        .map(({ level, rule, subject }) => `${level} ${rule} ${subject.title}`);
    expect(await clocks('2026-06-10')).toContain('block site/blank-column 空栏目');
    expect(await clocks('2026-06-10')).not.toContain('warn site/stale-account 新浪微博');
    expect((await clocks('2026-06-11')).some((line) => line.startsWith('warn site/stale-account'))).toBe(true);
    expect((await clocks('2026-06-14')).some((line) => line.startsWith('block site/stale-account'))).toBe(true);
  });
});

it('a person may have everything looked at again, now; not everybody', async () => {
  const desk = await signedIn(cms, ['author', 'reviewer2']);
  expect((await desk.post('author', 'check-runs/again')).status).toBe(403);
  expect((await desk.post(null, 'check-runs/again')).status).toBe(401);
  const before = (await cms.payload.count({ collection: 'check-runs' })).totalDocs;
  expect(await desk.post('reviewer2', 'check-runs/again')).toMatchObject({
    status: 200,
    message: expect.stringMatching(/^查了在线的\d+篇稿件/),
  });
  expect((await cms.payload.count({ collection: 'check-runs' })).totalDocs).toBe(before + 1);
});

describe('once a night', () => {
  beforeEach(() => cms.payload.db.deleteMany({ collection: 'check-runs', where: {} }));
  const report = { checked: 3, editions: ['insult@2026-11-21'], findings: [] };
  const runs = async () =>
    (await cms.payload.find({ collection: 'check-runs', sort: 'key', pagination: false })).docs.map(
      ({ key, finishedAt }) => `${key} ${finishedAt ? 'done' : 'open'}`,
    );

  it('the night begins at its hour in Shanghai', () => {
    expect(dueNight(instantOf('2026-06-02', '02:29'), '02:30')).toBe('2026-06-01');
    expect(dueNight(instantOf('2026-06-02', '02:30'), '02:30')).toBe('2026-06-02');
    expect(dueNight(new Date('2026-06-01T18:30:00Z'), '02:30')).toBe('2026-06-02');
  });

  it('any number of workers, one run; a standstill of a week, one run', async () => {
    let looked = 0;
    const at = (now: Date) =>
      runNight(cms.payload, now, '02:30', async () => {
        looked += 1;
        return report;
      });
    await Promise.all(Array.from({ length: 8 }, () => at(instantOf('2026-06-02', '02:30'))));
    await at(instantOf('2026-06-02', '02:31'));
    expect(looked).toBe(1);
    await at(instantOf('2026-06-09', '12:00'));
    await at(instantOf('2026-06-09', '12:01'));
    expect([looked, await runs()]).toEqual([2, ['2026-06-02 done', '2026-06-09 done']]);
  });

  it('a run that was cut off is taken up, also by several at once; a person may ask for one more', async () => {
    const fail = () => Promise.reject(new Error('away'));
    const night = (time: string) => instantOf('2026-06-02', time);
    await expect(runNight(cms.payload, night('02:30'), '02:30', fail)).rejects.toThrow('away');
    expect(await runNight(cms.payload, night('02:59'), '02:30', async () => report)).toBeNull();
    const taken = await Promise.all(
      [1, 2, 3].map(() => runNight(cms.payload, night('03:01'), '02:30', async () => report)),
    );
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(await runs()).toEqual(['2026-06-02 open', '2026-06-02/2 done']);
    expect(await runNight(cms.payload, night('09:00'), '02:30', async () => report, true)).toEqual(report);
    expect(await runs()).toHaveLength(3);
  });
});
