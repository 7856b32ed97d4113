import { rm } from 'node:fs/promises';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newestRelease } from '../../cms/release/newest.ts';
import { recordWithdrawal } from '../../cms/release/record-withdrawal.ts';
import { createReleaseSource } from '../../cms/store/release-source.ts';
import { buildSite } from '../../site/server/testing/build-site.ts';
import { startMongod } from '../testing/mongod.ts';
import { markedStories, namedUntil, type MarkedStory } from './city/marked-stories.ts';
import { openCity, type City } from './city/open-city.ts';
import { plain } from './city/plain.ts';
import { walk } from './city/walk.ts';
import { eventually } from './product.ts';

const mongod = await startMongod();
if ('missing' in mongod) console.warn(`过了期的内容没有在 MongoDB 上试：${mongod.missing}`);
let dist: string;
beforeAll(async () => {
  dist = await buildSite('week-on-test');
});
afterAll(async () => {
  await rm(dist, { recursive: true, force: true });
  if (!('missing' in mongod)) await mongod.stop();
});

const known = ['/', '/c/news/', '/year/2026/', '/year/2026/614/', '/lists/', '/teach/', '/sitemap/', '/about/corrections/', '/feed.xml', '/feed.json', '/c/news/feed.xml', '/feeds/press.xml', '/feeds/press.atom', '/calendar.ics', '/sitemap.xml', '/api/materials.json'];
const databases = [['SQLite', undefined], ...('missing' in mongod ? [] : [['MongoDB', mongod.url] as const])] as const;

describe.each(databases)('the site alone on %s, with no worker', (_, database) => {
  let city: City;
  let stories: MarkedStory[];
  let ended: MarkedStory;
  let picture: string;
  const of = (kind: string) => stories.find((story) => story.kind === kind)!;

  beforeEach(async () => {
    city = await openCity(dist, '2026-06-25T09:00:00+08:00', database);
    const { payload } = city.cms;
    const data = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#c8102e' } }).png().toBuffer();
    picture = (await payload.create({ collection: 'media', data: { alt: '一块红色的底板', shows: 'nobody' } as never, file: { data, mimetype: 'image/png', name: 'a.png', size: data.length } })).id;
    stories = await markedStories(payload, { named: { cover: picture }, artwork: { embargo: '2026-06-28T00:00:00+08:00' } });
    ended = of('named');
    const campaign = { slug: '614', year: 2026, title: '查报告', theme: '看得见', standfirst: '一起查', occasion: 'credit-record-day', state: 'confirmed', phases: [{ name: '当天', startOffset: 0, endOffset: 0 }] };
    const { id } = await payload.create({ collection: 'campaigns', data: campaign as never, depth: 0 });
    await payload.create({ collection: 'posts', data: { campaign: id, slug: 'a', story: ended.id, label: '当天', channels: ['wechat'], offsetDays: 0 } as never });
    await eventually('everything is there', async () => (await city.get('/year/2026/614/')).body.toString().includes(ended.path));
    await city.looked();
  });
  afterEach(() => city.close());

  const media = () => `/media/${picture}-card-640.webp`;
  const marks = () => [ended.title, ended.summary, ended.body, ...ended.facts];
  const searches = () => marks().map((words) => `/search/?q=${encodeURIComponent(words.replace('（示例）', ''))}`);
  /** Addresses that answer with anything of the ended story, although nobody may be told of it any more. */
  async function tellers(addresses: readonly string[]): Promise<string[]> {
    const told: string[] = [];
    // Packs of the others are made from their releases alone and take long.
    for (const path of addresses.filter((one) => !one.includes('/print/') || one.startsWith(ended.path))) {
      const { body, status } = await city.get(path);
      if (/\.(webp|jpg|png|svg|css|js)$/.test(path)) continue;
      const words = status === 200 && /\.(pdf|zip|docx)$/.test(path) ? await plain(path, body) : await plain('x.html', body);
      // The page of a search repeats what was asked.
      const asked = path.startsWith('/search/') ? decodeURIComponent(path.split('q=')[1] ?? '') : '';
      if (marks().some((mark) => words.includes(mark) && !mark.startsWith(asked || '\0')) || (asked !== '' && words.includes(ended.title))) told.push(`${path} (${status})`);
    }
    return told;
  }

  it('shows nothing whose period is over, at any address, though every page was kept before', async () => {
    const addresses = await walk(city.get, known);
    for (const path of [ended.path, media(), '/year/2026/614/']) expect(addresses).toContain(path);
    const before = await tellers([...addresses, ...searches()]);
    expect(before).toEqual(expect.arrayContaining([`${ended.path} (200)`, '/ (200)', '/c/news/ (200)', '/feed.xml (200)', '/feed.json (200)', '/c/news/feed.xml (200)', '/year/2026/614/ (200)', `${searches()[0]} (200)`]));

    city.clock.advanceTo(new Date('2026-06-30T23:59:59.000+08:00'));
    expect((await city.get(ended.path)).status).toBe(200);
    city.clock.advanceTo(new Date(`${namedUntil}T00:00:00+08:00`));
    // At that very moment, before anybody has had time to look at the clock.
    expect((await city.get(ended.path)).status).toBe(410);
    expect((await city.get(media())).status).toBe(404);
    expect(await tellers([...addresses, ...searches()])).toEqual([]);

    city.clock.advanceTo(new Date('2026-07-08T09:00:00+08:00'));
    await city.site.idle();
    expect(await tellers([...new Set([...addresses, ...(await walk(city.get, known)), ...searches()])])).toEqual([]);
    const page = (await city.get(ended.path)).body.toString();
    expect(page).toContain('公示期已满');
    expect((await city.get('/feeds/press.atom')).body.toString()).toContain(`<at:deleted-entry ref="https://cx.example${ended.path}" when="${namedUntil}T00:00:00+08:00">`);
    expect((await city.get('/about/corrections/')).body.toString()).toContain(ended.path);
    for (const file of ['broadcast.txt', 'poster-a4.pdf', 'all.zip']) expect([404, 410]).toContain((await city.get(`${ended.path}/print/${file}`)).status);
    // And no push of it would go out.
    const release = await newestRelease(city.cms.payload, ended.id);
    expect(await createReleaseSource(city.cms.payload, city.clock).isLive(release?.id ?? '')).toBe(false);
    // What has no end stays.
    for (const { kind, path } of stories) if (kind !== 'named') expect([kind, (await city.get(path)).status]).toEqual([kind, 200]);
  });

  it('shows no kept page past its end while the database is away, and still shows the others', async () => {
    for (const path of [ended.path, '/', '/c/news/', '/feed.xml', '/about/privacy/', of('policy').path]) await city.get(path);
    city.world.away = true;
    expect((await city.get(ended.path)).status).toBe(200);
    city.clock.advanceTo(new Date('2026-07-02T00:00:00+08:00'));
    for (const path of [ended.path, '/', '/c/news/', '/feed.xml']) expect([path, (await city.get(path)).status]).toEqual([path, 503]);
    expect((await city.get('/about/privacy/')).status).toBe(200);
    city.world.away = false;
    await eventually('the front page is back', async () => (await city.get('/')).status === 200);
    expect(await tellers(['/', '/c/news/', '/feed.xml', ended.path])).toEqual([]);
  });

  it('a withdrawal that was cut short after it was entered holds in lists, feeds, search and catalogues', async () => {
    const { payload } = city.cms;
    const gone = [of('knowledge'), of('material')];
    for (const story of gone) {
      const release = (await newestRelease(payload, story.id))!;
      await recordWithdrawal(payload, release, { reason: '撤下。', decidedBy: '示例', decidedAt: city.clock.now() });
    }
    expect((await city.reader.stories({ size: 100 })).items.map(({ title }) => title)).not.toContain(gone[0]!.title);
    expect((await city.reader.search({ words: gone[0]!.body })).total).toBe(0);
    expect((await city.reader.materials({})).total).toBe(0);
    const feed = await city.reader.materialFeed('2026-06-24T00:00:00+08:00');
    expect(feed).toMatchObject({ items: [], deleted: [{ serial: gone[1]!.serial }] });
    expect(await city.reader.materialZip(gone[1]!.serial)).toBeNull();
    expect((await city.reader.notices()).filter(({ kind }) => kind === 'withdrawal').map(({ serial }) => serial).sort()).toEqual(gone.map(({ serial }) => serial).sort());
    for (const story of stories) {
      const read = await city.reader.story(story.serial);
      if (read?.state === 'live') expect([read.previous, read.next, ...read.siblings].map((near) => near?.title)).not.toContain(gone[0]!.title);
    }
  });

  it('newspapers are told of an embargo until it is over, and not after', async () => {
    const title = async () => (await plain('x.xml', (await city.get('/feeds/press.xml')).body)).includes(`刊发】${of('artwork').title}`);
    expect(await title()).toBe(true);
    city.clock.advanceTo(new Date('2026-06-28T00:00:00+08:00'));
    expect(await title()).toBe(false);
    expect(await plain('x.xml', (await city.get('/feeds/press.xml')).body)).toContain(of('artwork').title);
  });
});
