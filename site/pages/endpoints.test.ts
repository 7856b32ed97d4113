import type { APIRoute } from 'astro';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openDoor } from '../../cms/read/door.ts';
import type { Material, MaterialFeed } from '../../cms/read/material.ts';
import type { Reader } from '../../cms/read/reader.ts';
import { fixtureReader } from '../testing/fixture-reader.ts';
import { lesson } from '../testing/fixture/lessons.ts';
import { strictXml } from '../testing/strict-xml.ts';

interface Asked {
  params?: Record<string, string>;
  query?: string;
  more?: Partial<Reader>;
  today?: string;
}
const load = {
  atom: () => import('./feeds/press.atom.ts'),
  calendar: () => import('./calendar.ics.ts'),
  column: () => import('./c/[slug]/feed.xml.ts'),
  json: () => import('./feed.json.ts'),
  materials: () => import('./api/materials.json.ts'),
  media: () => import('./media/[file].ts'),
  press: () => import('./feeds/press.xml.ts'),
  print: () => import('./s/[serial]/print/[file].ts'),
  robots: () => import('./robots.txt.ts'),
  rss: () => import('./feed.xml.ts'),
  sitemap: () => import('./sitemap.xml.ts'),
  today: () => import('./today.css.ts'),
  year: () => import('./year/index.ts'),
  zip: () => import('./teach/[serial].zip.ts'),
} satisfies Record<string, () => Promise<{ GET: APIRoute }>>;

/** Asks an endpoint as the server does. `tags` null: it told the snapshot nothing, so that nothing is kept. */
async function ask(name: keyof typeof load, { more = {}, params = {}, query = '', today = '2026-06-14' }: Asked = {}) {
  openDoor(fixtureReader({ today, more }));
  let told: string[] | null = null;
  const { GET } = await load[name]();
  const response = await GET({
    params,
    url: new URL(`https://chengxin.example/x?${query}`),
    cache: { set: ({ tags }: { tags: string[] }) => void (told = tags) },
    redirect: (to: string, status: number) => new Response(null, { status, headers: { Location: to } }),
  } as unknown as Parameters<APIRoute>[0]);
  return {
    status: response.status,
    headers: response.headers,
    text: await response.text(),
    tags: told as string[] | null,
  };
}

/** What addresses are tried with: other people's numbers, paths, nothing, too much. */
const odd = [
  '',
  '0',
  '-1',
  '1.5',
  '1e3',
  '007',
  '0101',
  '0201',
  '１０１',
  '9999999999',
  '101 ',
  '../101',
  'x'.repeat(300),
  '%00',
  '__proto__',
  'constructor',
];

describe('pictures', () => {
  it('come with their type, for an hour, and under the name of the picture', async () => {
    const { headers, status } = await ask('media', { params: { file: 'scenes-scale.svg' } });
    expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([
      200,
      'image/svg+xml',
      'public, max-age=3600',
    ]);
    const id = '0190a1b2-0000-7000-8000-000000000001';
    expect(
      (
        await ask('media', {
          params: { file: `${id}-960.webp` },
          more: { media: async () => ({ bytes: new Uint8Array([1]), mime: 'image/webp' }) },
        })
      ).tags,
    ).toEqual(['media', `picture:${id}`]);
  });
  it.each([...odd, 'toString.png'])('%j is no picture', async (file) =>
    expect(await ask('media', { params: { file } })).toMatchObject({
      status: 404,
      text: '没有这张图片。\n',
      tags: null,
    }),
  );
  it.each(['', '../secret', 'a/b.png', '.htaccess', 'a\u0000.png', 'ä.png', '%00', 'a b.png', `a${'b'.repeat(151)}`])(
    'for %j nobody is asked',
    async (file) => {
      const asked: string[] = [];
      expect(
        (
          await ask('media', {
            params: { file },
            more: {
              media: async (name) => {
                asked.push(name);
                return null;
              },
            },
          })
        ).status,
      ).toBe(404);
      expect(asked).toEqual([]);
    },
  );
});

describe('print packs', () => {
  const params = { serial: '101', file: 'poster-a4.pdf' };
  it('a file with the story’s tag, not for search engines, asked again each time', async () => {
    const { headers, status, tags } = await ask('print', { params });
    expect(status).toBe(200);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/pdf',
      etag: `"${'c'.repeat(64)}"`,
      'cache-control': 'no-cache',
      'x-robots-tag': 'noindex',
    });
    expect(tags).toEqual(['story:101', 'region']);
  });
  it('a name with any signs stays one header', async () => {
    const named = {
      fileName: "“何一诺”(终)'s*\r\n稿.pdf",
      mime: 'application/pdf',
      bytes: new Uint8Array(),
      hash: 'x',
    };
    const { headers } = await ask('print', { params, more: { printFile: async () => named } });
    const [, encoded = ''] = /filename\*=UTF-8''([\w.%~!-]+)$/.exec(headers.get('content-disposition') ?? '') ?? [];
    expect(decodeURIComponent(encoded)).toBe(named.fileName);
    expect(headers.get('content-disposition')).toContain('filename="101-poster-a4.pdf"');
  });
  it.each(odd)('no file of story %j', async (serial) =>
    expect(await ask('print', { params: { ...params, serial } })).toMatchObject({
      status: 404,
      text: '没有这份打印材料。\n',
      tags: null,
    }),
  );
  it.each([...odd, 'poster-a5.pdf', 'toString'])('no file %j', async (file) =>
    expect(await ask('print', { params: { ...params, file } })).toMatchObject({ status: 404, tags: null }),
  );
  it('of a withdrawn story: what to do with what hangs already', async () => {
    const made: number[] = [];
    const answer = await ask('print', {
      params: { ...params, serial: '93' },
      more: {
        printFile: async (serial) => {
          made.push(serial);
          return null;
        },
      },
    });
    expect(answer).toMatchObject({
      status: 410,
      text: '这篇报道已经撤回，请撕下海报、收回大字版、停播广播稿。\n',
      tags: null,
    });
    expect(made).toEqual([]);
  });
  it('of a story that offers none', async () =>
    expect(await ask('print', { params, more: { printFile: async () => null } })).toMatchObject({
      status: 404,
      text: '没有这份打印材料。\n',
      tags: null,
    }));
});

describe('a lesson to take away', () => {
  const zip = { fileName: '考试诚信一课（示例）.zip', bytes: new TextEncoder().encode('zip'), hash: 'h' };
  const more: Partial<Reader> = {
    material: async (serial) => (serial === 201 ? lesson(201) : fixtureReader().material(serial)),
    materialZip: async (serial) => (serial === 201 ? zip : null),
  };
  it('under its own name, with the fingerprint of its bytes', async () => {
    const { headers, status, tags, text } = await ask('zip', { params: { serial: '201' }, more });
    expect([status, text, tags]).toEqual([200, 'zip', ['material:201']]);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/zip',
      etag: '"h"',
      'cache-control': 'no-cache',
    });
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="teach-201.zip"; filename*=UTF-8''${encodeURIComponent('考试诚信一课（示例）.zip')}`,
    );
  });
  it.each(odd)('no lesson %j', async (serial) =>
    expect(await ask('zip', { params: { serial }, more })).toMatchObject({
      status: 404,
      text: '没有这份教学材料。\n',
      tags: null,
    }),
  );
  it('a withdrawn one is to be deleted', async () =>
    expect(await ask('zip', { params: { serial: '93' }, more })).toMatchObject({
      status: 410,
      text: '这份教学材料已经撤回，请停止使用并删除。\n',
      tags: null,
    }));
  it('one without a package says so', async () =>
    expect(
      await ask('zip', { params: { serial: '201' }, more: { ...more, materialZip: async () => null } }),
    ).toMatchObject({ status: 404, text: '这份教学材料没有打包文件。\n' }));
});

describe('the catalogue for schools', () => {
  const { html, ...item } = lesson(201) satisfies Material;
  const feed: MaterialFeed = {
    generatedAt: '2026-06-14T09:00:00+08:00',
    items: [item],
    deleted: [{ serial: 93, path: '/teach/93', deletedAt: '2026-03-18T10:26:00+08:00' }],
  };
  const since: (string | null)[] = [];
  const more: Partial<Reader> = {
    materialFeed: async (from) => {
      since.push(from);
      return feed;
    },
  };
  it('gives whole addresses, open to every program, and holds no text', async () => {
    const { headers, tags, text } = await ask('materials', { more });
    const body = JSON.parse(text) as {
      items: { url: string; zip: { url: string }; html?: string }[];
      deleted: { url: string }[];
    };
    expect([body.items[0]?.url, body.items[0]?.zip.url, body.deleted[0]?.url]).toEqual([
      'https://chengxin.example/teach/201',
      'https://chengxin.example/teach/201.zip',
      'https://chengxin.example/teach/93',
    ]);
    expect(text).not.toContain(html);
    expect([headers.get('access-control-allow-origin'), tags]).toEqual(['*', ['materials']]);
  });
  it('bears another fingerprint when something changed, the same when only time went by', async () => {
    const etag = async (given: Partial<MaterialFeed>) =>
      (await ask('materials', { more: { materialFeed: async () => ({ ...feed, ...given }) } })).headers.get('etag');
    const first = await etag({});
    expect(first).toBe(
      `W/"${createHash('sha256')
        .update(JSON.stringify([feed.items, feed.deleted]))
        .digest('hex')
        .slice(0, 32)}"`,
    );
    expect(await etag({ generatedAt: '2027-01-01T00:00:00+08:00' })).toBe(first);
    expect(await etag({ deleted: [] })).not.toBe(first);
    expect(await etag({ items: [{ ...item, title: '另一课' }] })).not.toBe(first);
  });
  it('knows an instant with its zone, the plus sign of a hurried program too', async () => {
    since.length = 0;
    for (const query of [
      '',
      'since=2026-06-14T09:00:00%2B08:00',
      'since=2026-06-14T09:00:00+08:00',
      'since=2026-06-14T01:00:00Z',
    ])
      expect((await ask('materials', { more, query })).status).toBe(200);
    expect(since).toEqual([null, '2026-06-14T09:00:00+08:00', '2026-06-14T09:00:00+08:00', '2026-06-14T01:00:00Z']);
  });
  it.each([
    'since=',
    'since=yesterday',
    'since=2026-06-14',
    'since=2026-06-14T09:00:00',
    'since=2026-02-30T09:00:00Z',
    'since=2026-06-14T09:00:00Z&since=2026-06-14T09:00:00Z',
    'since=1718323200',
  ])('refuses %s in one sentence, and keeps nothing', async (query) => {
    const { status, tags, text } = await ask('materials', { more, query });
    expect([status, tags, JSON.parse(text)]).toEqual([
      400,
      null,
      { error: 'since 参数不正确：请写成带时区的时间，例如 since=2026-06-14T09:00:00%2B08:00，只写一次。' },
    ]);
  });
});

describe('feeds', () => {
  it.each([
    ['rss', 'application/rss+xml'],
    ['press', 'application/rss+xml'],
    ['atom', 'application/atom+xml'],
    ['sitemap', 'application/xml'],
  ] as const)('%s is XML that a strict reader takes, and knows what changes it', async (name, type) => {
    const { headers, status, tags, text } = await ask(name);
    expect([status, headers.get('content-type')]).toEqual([200, `${type}; charset=utf-8`]);
    expect(() => strictXml(text)).not.toThrow();
    expect(tags).toEqual(expect.arrayContaining(['region', 'column:news']));
  });
  it('JSON Feed is for every program', async () => {
    const { headers, text } = await ask('json');
    expect([headers.get('content-type'), headers.get('access-control-allow-origin')]).toEqual([
      'application/feed+json; charset=utf-8',
      '*',
    ]);
    expect(JSON.parse(text)).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      feed_url: 'https://chengxin.example/feed.json',
    });
  });
  it('of one column: its own stories, its own address', async () => {
    const { tags, text } = await ask('column', { params: { slug: 'models' } });
    const items = strictXml(text).children[0]?.children.filter(({ name }) => name === 'item') ?? [];
    expect(items).toHaveLength(10);
    expect(text).toContain('https://chengxin.example/c/models/feed.xml');
    expect(tags?.filter((name) => name.startsWith('column:'))).toEqual(['column:models']);
  });
  it.each(odd)('no feed of column %j', async (slug) =>
    expect(await ask('column', { params: { slug } })).toMatchObject({
      status: 404,
      text: '没有这个栏目。\n',
      tags: null,
    }),
  );
  it('one story that cannot be read is missing, all of them are an error', async () => {
    const broken = fixtureReader();
    const { status, text } = await ask('rss', {
      more: {
        story: async (serial) => {
          if (serial === 120) throw new Error('row');
          return broken.story(serial);
        },
      },
    });
    expect([status, text.includes('/s/120'), text.includes('/s/101')]).toEqual([200, false, true]);
    await expect(
      ask('rss', {
        more: {
          story: async () => {
            throw new Error('database');
          },
        },
      }),
    ).rejects.toThrow('database');
  });
});

it('robots are kept from what is made on demand, and find the site map', async () => {
  expect((await ask('robots')).text.split('\n')).toEqual([
    'User-agent: *',
    'Disallow: /search',
    'Disallow: /teach/?',
    'Disallow: /s/*/print/',
    'Sitemap: https://chengxin.example/sitemap.xml',
    '',
  ]);
});

it('the calendar and the sheet of the day change with the day and the year', async () => {
  expect((await ask('calendar', { today: '2026-12-31' })).tags).toEqual(['region', 'day', 'year:2026', 'year:2027']);
  const quiet = await ask('today', { today: '2026-12-13' });
  expect([quiet.tags, quiet.text.startsWith('html:root{')]).toEqual([['day', 'year:2026'], true]);
  expect((await ask('today')).text).toBe('/* 今天不是静默日 */');
});

it('the year without a number is this one, for today only', async () => {
  const { headers, status } = await ask('year', { today: '2027-01-01' });
  expect([status, headers.get('location')]).toEqual([302, '/year/2027/']);
});
