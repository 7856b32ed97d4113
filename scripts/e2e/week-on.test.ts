import { pathToFileURL } from 'node:url';
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
import { searchesFor, tellersOf, type Get } from './city/tellers.ts';
import { walk } from './city/walk.ts';
import { openCms } from '../compose/open-cms.ts';
import { furnishedInstallation } from './furnished.ts';
import { chengxin, eventually, startProduct, type Environment } from './product.ts';

const mongod = await startMongod();
if ('missing' in mongod) console.warn(`过了期的内容没有在 MongoDB 上试：${mongod.missing}`);
let dist: string;
beforeAll(async () => {
  dist = await buildSite();
});
afterAll(async () => {
  if (!('missing' in mongod)) await mongod.stop();
});

const known = [
  '/',
  '/c/news/',
  '/year/2026/',
  '/year/2026/614/',
  '/lists/',
  '/teach/',
  '/sitemap/',
  '/about/corrections/',
  '/feed.xml',
  '/feed.json',
  '/c/news/feed.xml',
  '/feeds/press.xml',
  '/feeds/press.atom',
  '/calendar.ics',
  '/sitemap.xml',
  '/api/materials.json',
];
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
    const data = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#c8102e' } })
      .png()
      .toBuffer();
    picture = (
      await payload.create({
        collection: 'media',
        data: { alt: '一块红色的底板', shows: 'nobody' } as never,
        file: { data, mimetype: 'image/png', name: 'a.png', size: data.length },
      })
    ).id;
    stories = await markedStories(payload, {
      named: { cover: picture },
      artwork: { embargo: '2026-06-28T00:00:00+08:00' },
    });
    ended = of('named');
    const campaign = {
      slug: '614',
      year: 2026,
      title: '查报告',
      theme: '看得见',
      standfirst: '一起查',
      occasion: 'credit-record-day',
      state: 'confirmed',
      phases: [{ name: '当天', startOffset: 0, endOffset: 0 }],
    };
    const { id } = await payload.create({ collection: 'campaigns', data: campaign as never, depth: 0 });
    await payload.create({
      collection: 'posts',
      data: { campaign: id, slug: 'a', story: ended.id, label: '当天', channels: ['wechat'], offsetDays: 0 } as never,
    });
    await eventually('everything is there', async () =>
      (await city.get('/year/2026/614/')).body.toString().includes(ended.path),
    );
    await city.looked();
  });
  afterEach(() => city.close());

  const media = () => `/media/${picture}-card-640.webp`;
  const searches = () => searchesFor(ended);
  /** Addresses that answer with anything of the ended story, although nobody may be told of it any more. */
  const tellers = (addresses: readonly string[]) => tellersOf(city.get, ended, addresses);

  it('shows nothing whose period is over, at any address, though every page was kept before', async () => {
    const addresses = await walk(city.get, known);
    for (const path of [ended.path, media(), '/year/2026/614/']) expect(addresses).toContain(path);
    const before = await tellers([...addresses, ...searches()]);
    expect(before).toEqual(
      expect.arrayContaining([
        `${ended.path} (200)`,
        '/ (200)',
        '/c/news/ (200)',
        '/feed.xml (200)',
        '/feed.json (200)',
        '/c/news/feed.xml (200)',
        '/year/2026/614/ (200)',
        `${searches()[0]} (200)`,
      ]),
    );

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
    expect((await city.get('/feeds/press.atom')).body.toString()).toContain(
      `<at:deleted-entry ref="https://cx.example${ended.path}" when="${namedUntil}T00:00:00+08:00">`,
    );
    expect((await city.get('/about/corrections/')).body.toString()).toContain(ended.path);
    for (const file of ['broadcast.txt', 'poster-a4.pdf', 'all.zip'])
      expect([404, 410]).toContain((await city.get(`${ended.path}/print/${file}`)).status);
    // And no push of it would go out.
    const release = await newestRelease(city.cms.payload, ended.id);
    expect(await createReleaseSource(city.cms.payload, city.clock).isLive(release?.id ?? '')).toBe(false);
    // What has no end stays.
    for (const { kind, path } of stories)
      if (kind !== 'named') expect([kind, (await city.get(path)).status]).toEqual([kind, 200]);
  });

  it('shows no kept page past its end while the database is away, and still shows the others', async () => {
    for (const path of [ended.path, '/', '/c/news/', '/feed.xml', '/about/privacy/', of('policy').path])
      await city.get(path);
    city.world.away = true;
    expect((await city.get(ended.path)).status).toBe(200);
    city.clock.advanceTo(new Date('2026-07-02T00:00:00+08:00'));
    for (const path of [ended.path, '/', '/c/news/', '/feed.xml'])
      expect([path, (await city.get(path)).status]).toEqual([path, 503]);
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
      await recordWithdrawal(payload, release, {
        reason: '撤下。',
        writer: null,
        decidedBy: '示例',
        decidedAt: city.clock.now(),
      });
    }
    expect((await city.reader.stories({ size: 100 })).items.map(({ title }) => title)).not.toContain(gone[0]!.title);
    expect((await city.reader.search({ words: gone[0]!.body })).total).toBe(0);
    expect((await city.reader.materials({})).total).toBe(0);
    const feed = await city.reader.materialFeed('2026-06-24T00:00:00+08:00');
    expect(feed).toMatchObject({ items: [], deleted: [{ serial: gone[1]!.serial }] });
    expect(await city.reader.materialZip(gone[1]!.serial)).toBeNull();
    expect(
      (await city.reader.notices())
        .filter(({ kind }) => kind === 'withdrawal')
        .map(({ serial }) => serial)
        .sort(),
    ).toEqual(gone.map(({ serial }) => serial).sort());
    for (const story of stories) {
      const read = await city.reader.story(story.serial);
      if (read?.state === 'live')
        expect([read.previous, read.next, ...read.siblings].map((near) => near?.title)).not.toContain(gone[0]!.title);
    }
  });

  it('newspapers are told of an embargo until it is over, and not after', async () => {
    const title = async () =>
      (await plain('x.xml', (await city.get('/feeds/press.xml')).body)).includes(`刊发】${of('artwork').title}`);
    expect(await title()).toBe(true);
    city.clock.advanceTo(new Date('2026-06-28T00:00:00+08:00'));
    expect(await title()).toBe(false);
    expect(await plain('x.xml', (await city.get('/feeds/press.xml')).body)).toContain(of('artwork').title);
  });
});

/** The real command, as a city starts it; its calendar alone is another one. */
describe('start --role site on a copy of a city’s data', () => {
  let place: Environment;
  beforeAll(async () => {
    place = await furnishedInstallation('seeded', {
      SITE_URL: 'https://cx.example',
      NODE_OPTIONS: `--import ${pathToFileURL(`${process.cwd()}/scripts/testing/shift-clock.mjs`).href}`,
    });
  });
  afterAll(() => place.drop());

  /** Whatever `look` sees of the site at that moment, each address asked once; no worker runs, before or after. */
  async function at<T>(moment: string, look: (get: Get) => Promise<T>): Promise<T> {
    const site = await startProduct({ ...place.env, TEST_CLOCK_AT: moment }, ['start', '--role', 'site']);
    const asked = new Map<string, ReturnType<Get>>();
    const ask: Get = async (path) => {
      const response = await fetch(`http://127.0.0.1:${place.env.SITE_PORT}${path}`, { redirect: 'manual' });
      return { status: response.status, body: Buffer.from(await response.arrayBuffer()) };
    };
    try {
      return await look((path) => asked.get(path) ?? asked.set(path, ask(path)).get(path)!);
    } finally {
      expect(await site.stop()).toBe(0);
    }
  }
  /** Packs of others take long and are not what is asked. */
  const without =
    (get: Get, story: MarkedStory): Get =>
    (path) =>
      path.includes('/print/') && !path.startsWith(story.path)
        ? Promise.resolve({ status: 200, body: Buffer.alloc(0) })
        : get(path);

  it('a week on nothing expired answers anything but 410 and 404, and everything else 200', async () => {
    const { NODE_OPTIONS: _, ...own } = place.env;
    Object.assign(process.env, own);
    const cms = await openCms();
    const data = await sharp({ create: { width: 1600, height: 1000, channels: 3, background: '#1f5c4d' } })
      .png()
      .toBuffer();
    const picture = (
      await cms.payload.create({
        collection: 'media',
        data: { alt: '一块绿色的底板', shows: 'nobody' } as never,
        file: { data, mimetype: 'image/png', name: 'a.png', size: data.length },
      })
    ).id;
    // One column that takes a story of every kind.
    await cms.payload.update({
      collection: 'columns',
      where: { slug: { equals: 'news' } },
      data: { kinds: ['role-model', 'case', 'knowledge', 'policy', 'activity', 'result', 'artwork'] } as never,
    });
    const story = (
      await markedStories(
        cms.payload,
        { named: { cover: picture } },
        { signedAt: '2027-06-20T09:00:00+08:00', until: '2027-07-01' },
      )
    ).find(({ kind }) => kind === 'named')!;
    await cms.close();
    // Nobody may link them, and somebody may have kept their addresses.
    const images = ['card-640.webp', 'card-960.webp'].map((size) => `/media/${picture}-${size}`);

    const before = await at('2027-06-25T09:00:00+08:00', async (get) => {
      const addresses = [...new Set([...(await walk(without(get, story), known)), ...images, ...searchesFor(story)])];
      const answers = await Promise.all(
        addresses.map(async (path) => [path, (await without(get, story)(path)).status] as const),
      );
      return { addresses, answers, told: await tellersOf(get, story, addresses) };
    });
    expect(before.addresses).toContain(story.path);
    expect(before.answers.filter(([path]) => images.includes(path)).map(([, status]) => status)).toEqual([200, 200]);
    expect(before.told).toEqual(
      expect.arrayContaining([
        `${story.path} (200)`,
        '/ (200)',
        '/feed.xml (200)',
        '/feed.json (200)',
        `${searchesFor(story)[0]} (200)`,
      ]),
    );

    await at('2027-07-08T09:00:00+08:00', async (get) => {
      const now = await walk(without(get, story), known);
      expect((await get(story.path)).status).toBe(410);
      const papers = ['broadcast.txt', 'poster-a4.pdf', 'poster-a3.pdf', 'all.zip'].map(
        (file) => `${story.path}/print/${file}`,
      );
      for (const path of [...images, ...papers])
        expect([path, [404, 410].includes((await get(path)).status)]).toEqual([path, true]);
      expect(await tellersOf(get, story, [...new Set([...before.addresses, ...now])])).toEqual([]);
      expect(now.filter((path) => path.includes(picture))).toEqual([]);
      const theirs = (path: string) =>
        path === story.path || path.startsWith(`${story.path}/`) || path.includes(picture);
      const later = await Promise.all(
        before.answers
          .filter(([path, status]) => status === 200 && !theirs(path))
          .map(async ([path]) => [path, (await without(get, story)(path)).status] as const),
      );
      expect(later.length).toBeGreaterThan(100);
      expect(later.filter(([, status]) => status !== 200)).toEqual([]);
    });

    // And whoever runs the machine is told how it stands, by the clock of today.
    const { code, stdout } = await chengxin(['doctor', '--json'], own);
    expect([
      code,
      (JSON.parse(stdout) as { check: string; state: string }[]).filter(({ state }) => state === 'fail'),
    ]).toEqual([0, []]);
    expect(stdout).toContain('起步词表');
  });
});
