import { request } from 'node:http';
import { access, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDoor } from '../../cms/read/door.ts';
import type { Reader } from '../../cms/read/reader.ts';
import type { Material } from '../../cms/read/material.ts';
import { fixtureReader } from '../testing/fixture-reader.ts';
import { startSite, type RunningSite } from './start-site.ts';
import { buildSite } from './testing/build-site.ts';

const lesson: Material = {
  serial: 7,
  path: '/teach/7/',
  title: '借来的伞（示例）',
  summary: '谁该还。',
  stage: '初中',
  theme: '借还有信',
  subject: '班会',
  duration: 40,
  licence: '可复制',
  licenceUrl: null,
  author: '示例教师',
  source: '示例教研组',
  corrections: [],
  copies: [],
  publishedAt: '2026-03-01T09:00:00+08:00',
  updatedAt: '2026-03-01T09:00:00+08:00',
  version: 1,
  hash: 'a',
  html: '<p>正文</p>',
  zip: { path: '/teach/7.zip', bytes: 4, sha256: 'b' },
  files: [],
};
const base = fixtureReader();
/** What the tests change about the world. */
const world = {
  today: '2026-06-14',
  down: false,
  away: false,
  searching: null as Promise<void> | null,
  withdrawn: false,
  title: '',
  pending: [] as string[],
};
const up = <T>(value: T): T => {
  if (world.down) throw new Error('数据库连不上（测试）');
  return value;
};
const reader: Reader = {
  ...base,
  today: () => world.today,
  search: async (query) => {
    await world.searching;
    return base.search(query);
  },
  stories: async (query) => {
    return base.stories(query);
  },
  region: async () => up(await base.region()),
  story: async (serial) => {
    const story = up(await base.story(serial));
    if (serial !== 101 || story?.state !== 'live') return story;
    if (world.withdrawn)
      return {
        state: 'withdrawn',
        serial,
        publishedAt: story.publishedAt,
        withdrawnAt: '2026-06-14T10:00:00+08:00',
        reason: '示例',
        decidedBy: '示例',
        copies: [],
      };
    return { ...story, title: world.title || story.title };
  },
  media: async (file) => (world.withdrawn && file.includes('he-yinuo') ? null : base.media(file)),
  materials: async () => ({ items: [lesson], page: 1, pages: 1, total: 1 }),
  material: async (serial) => (serial === 7 ? lesson : null),
  materialZip: async () => ({ fileName: '借来的伞 (示例).zip', bytes: Buffer.from('PK..'), hash: 'b' }),
  materialFeed: async (since) => ({
    generatedAt: `2026-06-14T${String(Math.floor(Math.random() * 24)).padStart(2, '0')}:00:00+08:00`,
    items: [lesson],
    deleted: since ? [{ serial: 6, path: '/teach/6/', deletedAt: since }] : [],
  }),
};

let dataDir: string;
let dist: string;
let site: RunningSite;
const changes = {
  poll: async () => {
    up(null);
    return world.pending.splice(0);
  },
};
const lines: string[] = [];
const start = (port = 0): Promise<RunningSite> =>
  startSite({
    port,
    host: '127.0.0.1',
    dataDir,
    dist,
    changes,
    trusted: { count: 1 },
    away: () => world.away,
    log: (line) => void lines.push(line),
  });

beforeAll(async () => {
  dist = await buildSite();
  dataDir = await mkdtemp(join(tmpdir(), 'site-'));
  openDoor(reader);
  site = await start();
});
afterAll(async () => {
  await site?.close();
  await rm(dataDir, { recursive: true, force: true });
});

const get = (path: string, init?: RequestInit): Promise<Response> =>
  fetch(site.url + path, { redirect: 'manual', ...init });
const text = async (path: string): Promise<string> => (await get(path)).text();
/** Waits until something that happens in the background has happened. */
async function until(what: () => Promise<boolean>): Promise<void> {
  while (!(await what())) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
/** fetch hides compression and cannot send a Host header. */
function raw(
  path: string,
  headers: Record<string, string>,
  method = 'GET',
): Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }> {
  return new Promise((done, fail) => {
    const ask = request(site.url + path, { method, headers }, (res) => {
      const chunks: Buffer[] = [];
      res
        .on('data', (c: Buffer) => chunks.push(c))
        .on('end', () => done({ status: res.statusCode ?? 0, headers: res.headers, body: Buffer.concat(chunks) }));
    });
    ask.on('error', fail).end();
  });
}

test.each([
  '/',
  '/c/news/',
  '/s/101',
  '/year/2026/',
  '/year/2026/credit-record-day/',
  '/lists/',
  '/teach/',
  '/teach/7/',
  '/feed.xml',
  '/feed.json',
  '/c/news/feed.xml',
  '/feeds/press.xml',
  '/feeds/press.atom',
  '/calendar.ics',
  '/sitemap.xml',
  '/robots.txt',
  '/api/materials.json',
  '/today.css',
  '/teach/7.zip',
  '/media/scenes-jianmen.svg',
])('%s is rendered once and then comes from its file', async (path) => {
  const first = await get(path);
  expect(first.status).toBe(200);
  const again = await get(path);
  expect(again.headers.get('etag')).toBe(first.headers.get('etag'));
  expect(Buffer.from(await again.arrayBuffer()).equals(Buffer.from(await first.arrayBuffer()))).toBe(true);
  const file = path.endsWith('/') || !path.includes('.') ? join(path, 'index.html') : path;
  await expect(access(join(dataDir, 'snapshot', file))).resolves.toBeUndefined();
});

test('IPv6 is claimed only once somebody was answered over it', async () => {
  for (const from of ['203.0.113.9', '::1', 'fd00::9']) await raw('/about/', { 'x-forwarded-for': from });
  expect(await text('/about/')).not.toContain('本站支持IPv6');
  await raw('/about/', { 'x-forwarded-for': '240e:390:5a1::7' });
  await until(async () => (await text('/about/')).includes('本站支持IPv6'));
});

test('nothing is written of who looked at what', async () => {
  const visitor = {
    'x-forwarded-for': '240e:390:77::123',
    'user-agent': 'Besucher-7',
    referer: 'https://elsewhere.example/geheim',
  };
  for (const path of ['/', '/s/101', '/nothing-here', '/search/?q=%E8%AF%9A%E4%BF%A1', '/s/93'])
    await raw(path, visitor);
  const written = (await readdir(dataDir, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  expect(written.length).toBeGreaterThan(0);
  // A page that is just being written anew changes its name meanwhile.
  const texts = await Promise.all(
    written.map((entry) => readFile(join(entry.parentPath, entry.name), 'latin1').catch(() => '')),
  );
  expect(texts.filter(Boolean).length).toBeGreaterThan(0);
  for (const text of [...texts, ...lines]) expect(text).not.toMatch(/240e:390:77|Besucher-7|geheim/);
});

test('pages carry the policy, nothing inside leaks out', async () => {
  const { headers } = await get('/');
  expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
  expect(headers.get('content-security-policy')).not.toContain('unsafe-inline');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect([headers.get('cache-tag'), headers.get('x-snapshot'), headers.get('x-powered-by')]).toEqual([
    null,
    null,
    null,
  ]);
  expect(await text('/year/2026/')).not.toMatch(/\sstyle=/);
});

test('what the visitor has already is not sent again; HEAD has no body; texts are compressed', async () => {
  const etag = (await get('/')).headers.get('etag') ?? '';
  expect((await get('/', { headers: { 'If-None-Match': etag } })).status).toBe(304);
  const head = await raw('/', { host: 'x.example' }, 'HEAD');
  expect([head.status, head.body.byteLength]).toEqual([200, 0]);
  const plain = await raw('/', { host: 'x.example' });
  const br = await raw('/', { host: 'x.example', 'accept-encoding': 'gzip, br' });
  expect(br.headers['content-encoding']).toBe('br');
  expect(brotliDecompressSync(br.body).equals(plain.body)).toBe(true);
  const gz = await raw('/', { host: 'x.example', 'accept-encoding': 'gzip, br;q=0' });
  expect(gunzipSync(gz.body).equals(plain.body)).toBe(true);
});

test('only reading, only well-formed, no administration', async () => {
  expect((await get('/', { method: 'POST', body: 'x' })).status).toBe(405);
  expect((await get('/admin')).status).toBe(404);
  expect((await get('/api/users')).status).toBe(404);
  expect((await get(`/${'a'.repeat(3000)}`)).status).toBe(414);
  expect((await raw('/', { host: 'evil host' })).status).toBe(400);
  expect((await get('/keine-seite')).status).toBe(404);
});

test('hashed files may be kept for ever', async () => {
  const [, css = ''] = /href="(\/_astro\/[^"]+\.css)"/.exec(await text('/')) ?? [];
  expect((await get(css)).headers.get('cache-control')).toContain('immutable');
});

test('a change that the data report shows on the next visit', async () => {
  expect(await text('/s/101')).not.toContain('改过的题目');
  world.title = '改过的题目';
  world.pending.push('story:101');
  await until(async () => (await text('/s/101')).includes('改过的题目'));
});

test('at midnight what depends on the day is made again', async () => {
  expect(await text('/today.css')).toContain('不是静默日');
  world.today = '2026-12-13';
  await until(async () => (await text('/today.css')).includes(':root'));
});

test('the site stays up without its database, and mends itself when it is back', async () => {
  const before = await text('/s/101');
  world.down = true;
  site.invalidate(['all']);
  expect(await text('/s/101')).toBe(before);
  const broken = await get('/s/102');
  expect([broken.status, await broken.text()]).toEqual([500, expect.stringContaining('暂时打不开')]);
  world.down = false;
  world.title = '又改了一次';
  await until(async () => (await text('/s/101')).includes('又改了一次'));
});

test('a withdrawn story is gone from page and disk, and so is its picture', async () => {
  expect((await get('/media/portraits-he-yinuo.svg')).status).toBe(200);
  expect((await get('/s/101/print/poster-a4.pdf')).status).toBe(200);
  await access(join(dataDir, 'snapshot/s/101/print/poster-a4.pdf'));
  world.withdrawn = true;
  site.invalidate(['story:101']);
  expect((await get('/s/101')).status).toBe(410);
  expect((await get('/media/portraits-he-yinuo.svg')).status).toBe(404);
  expect((await get('/s/101/print/poster-a4.pdf')).status).toBe(410);
  await expect(access(join(dataDir, 'snapshot/s/101/index.html'))).rejects.toThrow();
  await expect(access(join(dataDir, 'snapshot/s/101/print/poster-a4.pdf'))).rejects.toThrow();
  await expect(access(join(dataDir, 'snapshot/media/portraits-he-yinuo.svg'))).rejects.toThrow();
});

test('schools pull what changed since an instant; a wrong instant is explained', async () => {
  const since = encodeURIComponent('2026-01-01T00:00:00+08:00');
  const answer = await get(`/api/materials.json?since=${since}`);
  expect(await answer.json()).toMatchObject({
    items: [{ serial: 7, url: 'https://chengxin.example/teach/7/' }],
    deleted: [{ serial: 6 }],
  });
  const etag = answer.headers.get('etag') ?? '';
  expect((await get(`/api/materials.json?since=${since}`, { headers: { 'If-None-Match': etag } })).status).toBe(304);
  const wrong = await get('/api/materials.json?since=yesterday');
  expect(wrong.status).toBe(400);
  expect(await wrong.json()).toEqual({ error: expect.stringContaining('since 参数不正确') });
});

test('a lesson comes under its Chinese name', async () => {
  const { headers } = await get('/teach/7.zip');
  expect(headers.get('content-disposition')).toBe(
    `attachment; filename="teach-7.zip"; filename*=UTF-8''${encodeURIComponent('借来的伞 ')}%28${encodeURIComponent('示例')}%29.zip`,
  );
  expect(headers.get('etag')).toBe('"b"');
});

test('print files come under their Chinese names, for people and not for crawlers', async () => {
  const { status, headers } = await get('/s/102/print/large-type.pdf');
  expect([status, headers.get('content-type'), headers.get('x-robots-tag')]).toEqual([
    200,
    'application/pdf',
    'noindex',
  ]);
  expect(headers.get('content-disposition')).toBe(
    `attachment; filename="102-large-type.pdf"; filename*=UTF-8''${encodeURIComponent('示例-large-type.pdf')}`,
  );
  for (const path of ['/s/102/print/poster-a5.pdf', '/s/102/print/toString', '/s/4711/print/poster-a4.pdf'])
    expect([path, (await get(path)).status]).toEqual([path, 404]);
});

test('search and filters are never kept', async () => {
  expect(await text('/search/?q=信用')).toContain('信用');
  expect((await get('/teach/?stage=初中')).status).toBe(200);
  expect((await get('/about/?page=1')).status).toBe(200);
  await expect(access(join(dataDir, 'snapshot/about/@page=1'))).rejects.toThrow();
  await expect(access(join(dataDir, 'snapshot/search'))).rejects.toThrow();
});

test('a taken port is explained', async () => {
  await expect(start(site.port)).rejects.toThrow(
    `端口 ${site.port} 已被占用：请关掉占用它的程序，或用 SITE_PORT=… 换一个端口。`,
  );
});

test('a site that is not built is explained', async () => {
  await expect(
    startSite({ port: 0, dataDir, dist: join(dataDir, 'nothing'), changes, log: () => undefined }),
  ).rejects.toThrow('还没有构建');
});

test('what nobody declared never reaches a rendering: the page comes from its file', async () => {
  const plain = await get('/');
  const odd = await get(`/?x=${Math.random()}&y[]=1`);
  expect(await odd.text()).toBe(await plain.text());
  expect(odd.headers.get('etag')).toBe(plain.headers.get('etag'));
});

test('questions beyond their budget are told when to come again, and kept pages come from their files meanwhile', async () => {
  await text('/');
  let found: () => void = () => undefined;
  // Nothing is found until we say so: one question is being answered, 24 wait, the rest is too much, whatever the machine.
  world.searching = new Promise((resolve) => (found = resolve));
  const flood = Array.from({ length: 60 }, (_, i) =>
    get(`/search/?q=${i}`).then(async (r) => ({
      status: r.status,
      after: r.headers.get('retry-after'),
      body: await r.text(),
    })),
  );
  const refused = await Promise.any(
    flood.map(async (one) => ((await one).status === 503 ? one : Promise.reject(new Error('answered')))),
  );
  expect(refused).toMatchObject({ after: '5', body: expect.stringContaining('现在访问的人太多') });
  expect((await get('/')).status).toBe(200);
  found();
  world.searching = null;
  const statuses = (await Promise.all(flood)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(25);
  expect(statuses.filter((status) => status === 503)).toHaveLength(35);
});

test('while the database is away kept pages stay, also those that something has changed, and nobody waits for the rest', async () => {
  const before = await text('/');
  world.away = true;
  try {
    site.invalidate(['all']);
    expect(await text('/')).toBe(before);
    const unseen = await get('/s/102/');
    expect([unseen.status, unseen.headers.get('retry-after')]).toEqual([503, '30']);
    expect(await unseen.text()).toContain('数据库暂时没有回应');
  } finally {
    world.away = false;
  }
  await site.idle();
  expect((await get('/s/102/')).status).toBe(200);
});
