import { createDeliveryStore } from '../../../cms/store/payload-delivery-store.ts';
import { createReleaseSource } from '../../../cms/store/release-source.ts';
import { createAftercare } from '../../../campaigns/outbox/engine/aftercare.ts';
import { wake } from '../../../campaigns/outbox/engine/wake.ts';
import { gatherAll, tellStuck } from '../../../campaigns/bulkhead/stuck.ts';
import { addDays, civilDay } from '../../../campaigns/calendar/civil-day.ts';
import { standingFindings } from '../../../cms/checking/nightly/standing.ts';
import { createSourceAsker } from '../../../cms/checking/reprints/ask-sources.ts';
import { heldReleases } from '../../../cms/publication/hold/held-releases.ts';
import { patrol } from '../../../cms/checking/nightly/patrol.ts';
import { loadNightlyTerms } from '../../../cms/checking/nightly/terms.ts';
import { endPeriods } from '../../../cms/honours/end-periods.ts';
import { reprintAlerts } from '../../../cms/admin/queries/reprint-alerts.ts';
import { honourAlerts } from '../../../cms/admin/queries/honour-alerts.ts';
import { compareModels } from '../../../cms/honours/compare-models.ts';
import { purgePapers } from '../../../cms/honours/purge-papers.ts';
import { releaseBatches } from '../../../cms/honours/release-batches.ts';
import { takeDownMoved } from '../../../cms/honours/take-down-closed.ts';
import { proposeCampaigns } from '../../../cms/programme/propose-campaigns.ts';
import { registerOf } from '../../../cms/register/register-of.ts';
import { recordCorrection } from '../../../cms/release/record-correction.ts';
import { settleMovedRecalls } from '../../../cms/publication/settle-recalls.ts';
import { recordWithdrawal } from '../../../cms/release/record-withdrawal.ts';
import { publishMoved } from '../../../cms/publication/publish.ts';
import { feedMoved } from '../../../cms/restored/feed-register.ts';
import { createRegisterRound } from '../../../cms/restored/register-round.ts';
import { newest } from '../../../site/feeds/newest.ts';
import { pressFeed } from '../../../site/feeds/press.ts';
import { siteAddresses } from '../../../site/feeds/sitemap.ts';
import type { LoopScene } from './loop-scene.ts';

/** What a loop is made to meet: something broken beside something good. */
interface Ordeal {
  run(): Promise<unknown>;
  /** The good one went through. */
  good(): Promise<boolean>;
  /** As it is told, `kind id`; one a kind of database where they differ. Null: there nothing is broken by it. */
  stuck: string | RegExp | null;
}
export type Loop = readonly [name: string, arrange: (scene: LoopScene, sqlite: boolean) => Promise<Ordeal>];

const long = 400;
const closedLong = (scene: LoopScene) => addDays(civilDay(scene.clock.now()), -long);
const inLong = (scene: LoopScene) => ({ ...scene.clock, now: () => new Date(scene.clock.now().getTime() + long * 86_400_000) });
const night = async (scene: LoopScene) => patrol({ payload: scene.payload, reader: scene.reader, terms: await loadNightlyTerms(), now: scene.clock.now(), outside: null });
const looked = async (scene: LoopScene, run: () => Promise<Awaited<ReturnType<typeof patrol>>>) => {
  let report: Awaited<ReturnType<typeof patrol>> | null = null;
  return { run: async () => { report = await run(); }, found: (title: string) => report?.findings.some(({ subject }) => subject.title === title) ?? false };
};
/** A story whose title has been wrong since a moment after it was signed, so that a look at it finds something. */
async function outdated(scene: LoopScene, word: string) {
  const live = await scene.signed(`${word}（示例）`);
  await wordList(scene, word);
  return { ...live, title: `${word}（示例）` };
}
const wordList = async ({ payload }: LoopScene, wrong: string): Promise<string> => (await payload.create({
  collection: 'lexicons',
  data: { slug: `list-${Buffer.from(wrong).toString('hex').slice(0, 20)}`, title: '词表（示例）', group: 'wording', edition: '2026-01-02', owner: '编辑部', source: '自编', confidence: 1, active: true, entries: [{ wrong, right: '新称', why: '改名', level: 'block' }] } as never,
})).id;

/** Every loop over rows of the minute and of the night that has no broken row of its own elsewhere (`poison.test.ts`). */
export const loops: readonly Loop[] = [
  ['end of periods: one whose release is broken, one whose card is, and one that has no end and is not even looked at', async (scene) => {
    const { payload } = scene;
    const [bad, cardless, good, lasting] = [await scene.signed('期满坏（示例）'), await scene.signed('期满卡坏（示例）'), await scene.signed('期满好（示例）'), await scene.signed('不会期满（示例）')];
    for (const { publication } of [bad, cardless, good]) await payload.db.updateOne({ collection: 'publications', id: publication, data: { until: '2020-01-01' } as never, returning: false });
    await scene.poison('releases', bad.release, 'snapshot', 5);
    await scene.poison('publications', cardless.publication, 'card', null);
    await scene.poison('publications', lasting.publication, 'publishedAt', 'garbage');
    let told: string[] = [];
    return {
      run: async () => { told = (await gatherAll(() => endPeriods(payload, scene.clock))).stuck.map(({ item }) => item); for (const item of told) tellStuck(item, '期满的报道', new Error('读不出来。')); },
      good: async () => (await Promise.all([good, cardless].map(async ({ story }) => (await scene.publication(story))?.state))).every((state) => state === 'withdrawn') && !told.some((item) => item.includes(lasting.publication)),
      stuck: `publication ${bad.publication}`,
    };
  }],
  ['take-down-closed: the release of one cannot be read', async (scene) => {
    const [bad, good] = [await scene.signed('下线坏了（示例）'), await scene.signed('下线好的（示例）')];
    const nominations = [await scene.nomination('下线坏', { state: 'offline', story: bad.story }), await scene.nomination('下线好', { state: 'offline', story: good.story })];
    await scene.poison('releases', bad.release, 'snapshot', 5);
    return { run: () => takeDownMoved(scene.payload, scene.clock), good: async () => (await scene.publication(good.story))?.state === 'withdrawn', stuck: `nomination ${nominations[0]}` };
  }],
  ['take-down-closed: a history of the wrong shape keeps nobody on the pages', async (scene) => {
    const good = await scene.signed('经过坏了（示例）');
    const id = await scene.nomination('经过坏', { state: 'offline', story: good.story });
    await scene.poison('nominations', id, 'history', { not: 'a list' });
    return { run: () => takeDownMoved(scene.payload, scene.clock), good: async () => (await scene.publication(good.story))?.state === 'withdrawn', stuck: null };
  }],
  ['batches: a story of one batch cannot be shown', async (scene) => {
    const { payload } = scene;
    const [bad, good] = [await scene.signed('整批坏（示例）'), await scene.signed('整批好（示例）')];
    const batch = async (name: string, { story, publication }: typeof bad) => {
      const { id } = await payload.create({ collection: 'batches', data: { name, batchDate: civilDay(scene.clock.now()) } as never });
      await payload.db.deleteOne({ collection: 'publications', where: { id: { equals: publication } }, returning: false });
      await scene.nomination(name, { state: 'accepted', story, batch: id });
    };
    await batch('坏的一批', bad);
    await batch('好的一批', good);
    await scene.poison('releases', bad.release, 'snapshot', 5);
    return { run: () => releaseBatches(payload, scene.clock), good: async () => (await scene.publication(good.story))?.state === 'live', stuck: `story ${bad.story}` };
  }],
  ['batches: the row of one batch holds no date', async (scene, sqlite) => {
    const { payload } = scene;
    const good = await scene.signed('另一批好（示例）');
    await payload.db.deleteOne({ collection: 'publications', where: { id: { equals: good.publication } }, returning: false });
    const made = async (name: string) => (await payload.create({ collection: 'batches', data: { name, batchDate: civilDay(scene.clock.now()) } as never })).id;
    const [bad, fine] = [await made('日期坏的一批'), await made('日期好的一批')];
    await scene.nomination('日期好', { state: 'accepted', story: good.story, batch: fine });
    await scene.poison('batches', bad, 'updatedAt', 'garbage');
    return { run: () => releaseBatches(payload, scene.clock), good: async () => (await scene.publication(good.story))?.state === 'live', stuck: sqlite ? `batches ${bad}` : null };
  }],
  ['comparison with lists: an entry without a name, and JSON that is none', async (scene, sqlite) => {
    const good = await scene.nomination('示例有限公司', { subject: 'unit', state: 'accepted' });
    const bad = await scene.nomination('坏的公司', { subject: 'unit', state: 'accepted' });
    await scene.poison('nominations', bad, 'history', '{');
    const entries = [{ list: '示例名单', kind: 'unit', place: null }, ...['坏的公司', '示例有限公司'].map((name) => ({ list: '示例名单', name, kind: 'unit', place: null }))];
    return {
      run: () => compareModels(scene.payload, scene.clock, { entries: async () => entries as never }),
      good: async () => (await scene.payload.findByID({ collection: 'nominations', id: good, depth: 0 })).state === 'offline',
      stuck: sqlite ? `nomination ${bad}` : 'list-entry',
    };
  }],
  ['papers: one nomination cannot be written', async (scene) => {
    const [theirs, ours] = [await scene.paper(), await scene.paper()];
    const ended = { state: 'refused', closedOn: closedLong(scene) };
    const bad = await scene.nomination('材料坏', { ...ended, consent: { paper: theirs } });
    await scene.nomination('材料好', { ...ended, consent: { paper: ours } });
    await scene.poison('nominations', bad, 'history', '{');
    return { run: () => purgePapers(scene.payload, inLong(scene)), good: async () => !(await scene.there('papers', ours)), stuck: new RegExp(`nominations? ${bad}|^$`) };
  }],
  ['papers: what a broken nomination still uses is not destroyed as unused', async (scene) => {
    const used = await scene.paper();
    const unused = await scene.paper();
    const bad = await scene.nomination('还在用', { state: 'accepted', consent: { paper: used } });
    await scene.poison('nominations', bad, 'updatedAt', 'garbage');
    await scene.poison('nominations', bad, 'history', '{');
    return { run: () => purgePapers(scene.payload, inLong(scene)), good: async () => (await scene.there('papers', used)) && !(await scene.there('papers', unused)), stuck: null };
  }],
  ['proposals: a campaign and a notice that cannot be read', async (scene, sqlite) => {
    const { payload } = scene;
    const year = Number(civilDay(scene.clock.now()).slice(0, 4));
    const bad = await scene.campaign('proposal-bad', { occasion: 'constitution-day' });
    await scene.campaign('proposal-good', { occasion: 'consumer-rights-day' });
    const notice = await payload.create({ collection: 'occasion-notices', data: { occasion: 'integrity-month', year: year + 1, start: `${year + 1}-06-01`, end: `${year + 1}-06-30`, docNo: '示例〔2026〕1号', body: '示例' } as never, draft: true }).catch(() => null);
    if (notice) await scene.poison('occasion-notices', notice.id, 'start', 'garbage');
    await scene.poison('campaigns', bad, sqlite ? 'updatedAt' : 'title', sqlite ? 'garbage' : { not: 'a title' });
    return {
      run: () => proposeCampaigns(payload, new Date(`${year}-12-31T10:00:00+08:00`)),
      good: async () => (await payload.count({ collection: 'campaigns', where: { and: [{ slug: { equals: 'proposal-good' } }, { year: { equals: year + 1 } }] } })).totalDocs === 1,
      stuck: new RegExp(`^campaigns? ${bad}$`),
    };
  }],
  ['night: a story, a word list, a column, a campaign', async (scene) => {
    const { payload } = scene;
    const [bad, good] = [await scene.signed('夜里坏的（示例）'), await outdated(scene, '旧称甲局')];
    await scene.poison('lexicons', await wordList(scene, '没有人写的词'), 'entries', '{');
    await scene.poison('releases', bad.release, 'snapshot', 5);
    const column = (await payload.create({ collection: 'columns', data: { slug: 'night-column', name: '夜里的栏目', description: '示例', type: '政务动态', kinds: ['knowledge'], navOrder: 9 } as never })).id;
    await scene.poison('columns', column, 'updatedAt', 'garbage');
    const { found, run } = await looked(scene, () => night(scene));
    return { run, good: async () => found(good.title), stuck: `story ${bad.story}` };
  }],
  ['night: a row that cannot be read before one that can', async (scene, sqlite) => {
    const first = await scene.signed('前面坏的（示例）');
    const last = await outdated(scene, '旧称乙局');
    await scene.poison('publications', first.publication, 'publishedAt', 'garbage');
    const { found, run } = await looked(scene, () => night(scene));
    return { run, good: async () => found(last.title), stuck: sqlite ? `publications ${first.publication}` : null };
  }],
  ['reprints: the release of one cannot be read, the address of another fails', async (scene) => {
    const { payload } = scene;
    const [bad, odd, good] = [await scene.signed('转载坏（示例）'), await scene.signed('转载怪（示例）'), await scene.signed('转载好（示例）')];
    for (const { release, story } of [bad, odd, good]) {
      const row = await payload.findByID({ collection: 'releases', id: release, depth: 0 });
      const snapshot = { ...(row.snapshot as object), reprint: { originalTitle: null }, sourceUrl: `https://daily.example/${release}` };
      await payload.db.updateOne({ collection: 'releases', id: release, data: { snapshot }, returning: false });
      await payload.db.updateOne({ collection: 'stories', id: story, data: { reprint: true } as never, returning: false });
    }
    await scene.poison('releases', bad.release, 'snapshot', null);
    const ask = async (url: string) => { if (url.endsWith(odd.release)) throw new Error('断了。'); return 'dead' as const; };
    const later = { ...scene.clock, now: () => new Date(scene.clock.now().getTime() + 2 * 86_400_000) };
    return {
      run: () => createSourceAsker(payload, later, ask).run(),
      good: async () => (await reprintAlerts(payload, later.now())).some(({ href, word }) => href.endsWith(good.story) && word === '源稿没有了'),
      stuck: new RegExp(`^publication ${bad.publication}$`),
    };
  }],
  ['今日: one finding of the last night has the wrong shape', async (scene) => {
    const { payload } = scene;
    const live = await scene.signed('巡查过的（示例）');
    const finding = { rule: 'site/dead-link', level: 'warn', at: '正文', text: 'x', mend: '改。', subject: { kind: 'story', storyId: live.story, releaseId: live.release, serial: live.serial, title: '巡查过的（示例）', path: '/s/1' } };
    const run = await payload.create({ collection: 'check-runs', data: { key: 'loops', kind: 'nightly', startedAt: scene.clock.now().toISOString(), finishedAt: new Date(scene.clock.now().getTime() + 3_600_000).toISOString(), findings: [null, { subject: 5 }, finding] } as never });
    let seen = 0;
    return { run: async () => { seen = (await standingFindings(payload, scene.clock.now()))?.findings.length ?? 0; }, good: async () => seen === 1, stuck: `check-runs ${run.id}` };
  }],
  ['今日: a version that is held back, with findings of the wrong shape', async (scene) => {
    const { payload } = scene;
    const live = await scene.signed('被拦的（示例）');
    const at = scene.clock.now().toISOString();
    for (const [key, findings] of [['hold:nobody', '{'], [`hold:${live.release}`, []]] as const) {
      const { id } = await payload.create({ collection: 'check-runs', data: { key, kind: 'hold', startedAt: at, findings: [] } as never });
      await scene.poison('check-runs', id, 'findings', findings);
    }
    let seen: string[] = [];
    return { run: async () => { seen = (await heldReleases(payload)).map(({ releaseId }) => releaseId); }, good: async () => seen.includes(live.release), stuck: null };
  }],
  ['今日: a nomination with no date', async (scene, sqlite) => {
    const good = await scene.nomination('公示期满', { state: 'notice', notice: { from: '2026-01-01', to: '2026-01-08' } });
    const bad = await scene.nomination('公示坏', { state: 'notice', notice: { from: '2026-01-01', to: '2026-01-08' } });
    await scene.poison('nominations', bad, 'updatedAt', 'garbage');
    let seen: string[] = [];
    return { run: async () => { seen = (await honourAlerts(scene.payload, scene.clock.now())).map(({ id }) => id); }, good: async () => seen.includes(`${good}:over`), stuck: sqlite ? `nominations ${bad}` : null };
  }],
  ['register: one nomination cannot be read, papers go all the same', async (scene, sqlite) => {
    const paper = await scene.paper();
    const bad = await scene.nomination('登记坏', { state: 'accepted' });
    const at = scene.clock.now().toISOString();
    registerOf(scene.payload).add({ kind: 'nomination', key: bad, at, facts: { state: 'offline', on: '2026-01-01' } });
    registerOf(scene.payload).add({ kind: 'paper', key: paper, at, facts: { on: '2026-01-01' } });
    await scene.poison('nominations', bad, 'history', sqlite ? '{' : { not: 'a list' });
    return { run: () => createRegisterRound(scene.payload, scene.clock).minute(), good: async () => !(await scene.there('papers', paper)), stuck: new RegExp(`^nominations? ${bad}$`) };
  }],
  ['register: a withdrawal with no date is entered last, the others are', async (scene) => {
    const { payload } = scene;
    const [bad, good] = [await scene.signed('登记撤坏（示例）'), await scene.signed('登记撤好（示例）')];
    for (const { release } of [bad, good]) {
      await payload.create({ collection: 'withdrawals', data: { key: release, story: release === bad.release ? bad.story : good.story, reason: '示例', decidedBy: '示例', decidedAt: scene.clock.now().toISOString() } as never });
    }
    const { docs: [row] } = await payload.find({ collection: 'withdrawals', where: { key: { equals: bad.release } }, depth: 0 });
    await scene.poison('withdrawals', row!.id, 'decidedAt', 'garbage');
    return { run: () => feedMoved(payload), good: async () => registerOf(payload).last('withdrawal', good.release) !== null, stuck: new RegExp(`^withdrawals? ${row!.id}$`) };
  }],
  ['recalls: a correction with no date', async (scene) => {
    const { payload } = scene;
    const [bad, good] = [await scene.signed('更正坏（示例）'), await scene.signed('更正好（示例）')];
    const decision = { wrong: '第一步', right: '第一条', note: '', by: '示例', writer: null, at: scene.clock.now() };
    await recordCorrection(payload, { id: bad.release, story: bad.story }, decision);
    await recordCorrection(payload, { id: good.release, story: good.story }, decision);
    const { docs: [row] } = await payload.find({ collection: 'corrections', where: { release: { equals: bad.release } }, depth: 0 });
    await scene.poison('corrections', row!.id, 'at', 'garbage');
    return {
      run: () => settleMovedRecalls(payload, scene.clock, createDeliveryStore(payload)),
      good: async () => (await scene.publication(good.story))?.corrected === true, stuck: new RegExp(`^corrections? ${row!.id}$`),
    };
  }],
  ['publishing: the public record of a story that must go is broken', async (scene, sqlite) => {
    const { payload } = scene;
    const [bad, good] = [await scene.signed('记录坏（示例）'), await scene.signed('记录好（示例）')];
    for (const { release } of [bad, good]) await recordWithdrawal(payload, await payload.findByID({ collection: 'releases', id: release, depth: 0 }), { reason: '示例。', writer: null, decidedBy: '示例', decidedAt: scene.clock.now() });
    await scene.poison('publications', bad.publication, 'publishedAt', 'garbage');
    return { run: () => publishMoved(payload, scene.clock), good: async () => (await scene.publication(good.story))?.state === 'withdrawn', stuck: sqlite ? `story ${bad.story}` : null };
  }],
  ['aftercare: a copy that is out cannot be read, the release of another', async (scene, sqlite) => {
    const store = createDeliveryStore(scene.payload);
    const [lost, live] = [await scene.signed('复看坏（示例）'), await scene.signed('复看好（示例）')];
    const made = async (postId: string, releaseId: string) => {
      await store.create({ campaignId: 'c', postId, channel: 'wechat', releaseId, plannedAt: scene.clock.now(), misfire: 'late', misfireWindow: 60 });
      const [row] = await store.list({ postIds: [postId] });
      await store.patch(row!.id, { state: 'confirmed', nextAt: null, sentAt: scene.clock.now() });
      return row!.id;
    };
    const [bad] = [await made('care-bad', live.release), await made('care-lost', lost.release), await made('care-good', live.release)];
    await scene.poison('deliveries', bad, 'plannedAt', 'garbage');
    await scene.poison('deliveries', bad, 'progress', '{');
    await scene.poison('releases', lost.release, 'snapshot', 5);
    const looked: string[] = [];
    const later = { told: async () => () => true, look: async ({ deliveryId }: { deliveryId: string }) => { looked.push(deliveryId); return null; } };
    const tend = createAftercare({
      store, channels: new Map([['wechat', { id: 'wechat', later } as never]]), releases: createReleaseSource(scene.payload, scene.clock).get, linkFor: () => 'http://localhost/s/1', clock: scene.clock,
      log: () => undefined, owner: 'test', watches: [{ channel: 'wechat', days: 30, everyHours: 24 }],
    });
    const [good] = await store.list({ postIds: ['care-good'] });
    return { run: tend, good: async () => looked.includes(good!.id), stuck: sqlite ? `deliveries ${bad}` : null };
  }],
  ['outbox: a copy that waits for its result cannot be read', async (scene, sqlite) => {
    const store = createDeliveryStore(scene.payload);
    const live = await scene.signed('等结果（示例）');
    const made = async (postId: string) => {
      await store.create({ campaignId: 'c', postId, channel: 'weibo', releaseId: live.release, plannedAt: scene.clock.now(), misfire: 'late', misfireWindow: 60 });
      const [row] = await store.list({ postIds: [postId] });
      await store.patch(row!.id, { state: 'sent', nextAt: new Date(scene.clock.now().getTime() + 3_600_000) });
      return row!.id;
    };
    const [bad, good] = [await made('wake-bad'), await made('wake-good')];
    await scene.poison('deliveries', bad, 'plannedAt', 'garbage');
    await scene.poison('deliveries', bad, 'progress', '{');
    return {
      run: () => wake(store, scene.clock, () => true),
      good: async () => (await store.get(good))?.nextAt?.getTime() === scene.clock.now().getTime(), stuck: sqlite ? `deliveries ${bad}` : `delivery ${bad}`,
    };
  }],
  ['feeds, sitemap: a story and its release cannot be read', async (scene) => {
    const [bad, dateless, good] = [await scene.signed('供稿坏（示例）'), await scene.signed('供稿没日期（示例）'), await scene.signed('供稿好（示例）')];
    await scene.poison('releases', bad.release, 'snapshot', '{');
    await scene.poison('publications', dateless.publication, 'publishedAt', 'garbage');
    let seen: boolean[] = [];
    return {
      run: async () => {
        const paths = (await siteAddresses(scene.reader)).map(({ path }) => path);
        const fed = [await newest(scene.reader), (await pressFeed(scene.reader, '/feeds/press.xml')).stories];
        seen = [paths.includes(`/s/${good.serial}`), ...fed.map((stories) => stories.some(({ title }) => title.includes('供稿好')))];
      },
      good: async () => seen.length === 3 && seen.every(Boolean), stuck: new RegExp(`^publications? (${dateless.publication}|${dateless.serial})$`),
    };
  }],
];
