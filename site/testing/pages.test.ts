import { decodeHTMLAttribute } from 'entities';
import { execFile } from 'node:child_process';
import type { Server } from 'node:http';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firstPaint } from '../layouts/csp.ts';
import { openDoor } from '../../cms/read/door.ts';
import type { Reader } from '../../cms/read/reader.ts';
import { fixtureReader } from './fixture-reader.ts';
import { serveBuilt } from './serve.ts';
import { within } from '../../.config/patience.ts';

const dist = '.cache/site-test';
const pages = [
  '/',
  '/s/101',
  '/s/107',
  '/s/130',
  '/s/119',
  '/c/news/',
  '/c/news/2/',
  '/c/models/',
  '/c/arts/',
  '/about/',
  '/about/accessibility/',
  '/about/privacy/',
  '/about/corrections/',
  '/about/report-error/',
  '/sitemap/',
  '/s/93',
  '/nothing-here',
];
let url = '';
let server: Server;
const get = async (path: string) => {
  const response = await fetch(url + path);
  return { status: response.status, type: response.headers.get('content-type') ?? '', text: await response.text() };
};

/** The fixture's case, and a piece of another kind, with somebody named, under numbers of their own. */
const namedCase = 930;
const namedPiece = 940;
const namedAs = new Map([
  [namedCase, 130],
  [namedPiece, 140],
]);
const withNamedCase = (reader: Reader): Reader => ({
  ...reader,
  story: async (serial) => {
    const origin = namedAs.get(serial);
    if (!origin) return reader.story(serial);
    const story = await reader.story(origin);
    const named = {
      authority: '示例局',
      docNo: '示例〔2026〕1号',
      docDate: '2026-04-01',
      recordUrl: 'https://example.gov.cn/1',
      objection: '示例局，0839-0000000',
      until: '2027-04-01',
    };
    return story?.state === 'live' ? { ...story, serial, path: `/s/${serial}`, named } : null;
  },
});

beforeAll(async () => {
  const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' };
  await promisify(execFile)(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', dist], { env });
  ({ url, server } = await serveBuilt(withNamedCase(fixtureReader({ demo: true })), 0, dist));
}, within(120_000));

afterAll(() => void server?.close());

describe.each(pages)('%s', (path) => {
  test('is light', async () => {
    const { text } = await get(path);
    expect(gzipSync(text).length).toBeLessThanOrEqual(10_000);
    const size = async (pattern: RegExp) => {
      const files = [...new Set([...text.matchAll(pattern)].map(([, file]) => file ?? ''))];
      return (await Promise.all(files.map((file) => get(file)))).reduce(
        (sum, file) => sum + gzipSync(file.text).length,
        0,
      );
    };
    expect(await size(/<link[^>]+rel="stylesheet"[^>]*href="([^"]+)"/g)).toBeLessThanOrEqual(12_000);
    expect(await size(/<script[^>]+src="([^"]+)"/g)).toBeLessThanOrEqual(5_000);
  });

  test('keeps to its own content security policy', async () => {
    const { text } = await get(path);
    expect(text).toContain('http-equiv="content-security-policy"');
    expect(text).not.toMatch(/<[^>]+\s(style|on[a-z]+)="/);
    expect(text).not.toContain('<style');
    const inline = [...text.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(([, code]) => code);
    expect(inline).toEqual([firstPaint]);
    expect(text).not.toMatch(/(?:src|srcset)="https?:/);
  });

  test('does the duties of a government page', async () => {
    const { text } = await get(path);
    expect(text).toContain('<html lang="zh-CN">');
    expect(text.match(/<h1[\s>]/g)).toHaveLength(1);
    for (const words of [
      'SiteIDCode',
      '政府网站标识码',
      '主办单位',
      '承办单位',
      '联系电话',
      '网站地图',
      '我要纠错',
      '政府网站找错',
      '跳到正文',
      '演示',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).not.toMatch(/undefined|\[object|NaN/);
  });
});

test('a story carries its government meta tags', async () => {
  const { text } = await get('/s/101');
  for (const tag of [
    'name="PubDate" content="2026-06-12 09:00"',
    'name="ColumnName" content="诚信典型"',
    'name="Url" content="https://chengxin.example/s/101"',
  ]) {
    expect(text).toContain(tag);
  }
});

test('withdrawn is 410 without the old title, unknown is 404', async () => {
  const gone = await get('/s/93');
  expect(gone.status).toBe(410);
  expect(gone.text).toContain('这篇报道已撤回');
  expect(gone.text).toContain('微信公众号已删除；广元日报已通知，等对方回执');
  for (const path of [
    '/s/4711',
    '/s/0',
    '/s/1e3',
    '/c/nothing/',
    '/c/news/1/',
    '/c/news/99/',
    '/c/models/9/',
    '/no/such/page',
  ]) {
    expect([path, (await get(path)).status]).toEqual([path, 404]);
  }
});

test('a withdrawn lesson is 410 and says how far its copies are', async () => {
  const gone = await get('/teach/93');
  expect(gone.status).toBe(410);
  expect(gone.text).toContain('这份教学材料已撤回');
  expect(gone.text).toContain('微信公众号已删除；广元日报已通知，等对方回执');
});

test('a correction stands under the signature with the state of the copies, and in the public record without the error', async () => {
  expect((await get('/s/101')).text).toMatch(/“二百一十四户”原作“二百四十一户”[\s\S]*微博已更正/);
  const record = (await get('/about/corrections/')).text;
  expect(record).toContain('应为“二百一十四户”');
  expect(record).not.toContain('二百四十一户');
  expect(record).toContain('微信公众号已删除');
});

test('every address and anchor that a page names is there', async () => {
  const missing: string[] = [];
  const seen = new Map<string, string>();
  for (const page of pages) {
    const { text } = await get(page);
    for (const [, href = ''] of text.matchAll(/\s(?:href|src)="(\/[^"]*|#[^"]*)"/g)) {
      const [path, anchor] = decodeHTMLAttribute(href.startsWith('#') ? page + href : href).split('#');
      if (!path) continue;
      if (!seen.has(path)) {
        const answer = await get(path);
        seen.set(path, answer.status === 200 || path === page || path === '/s/93' ? answer.text : '');
      }
      const found = seen.get(path) ?? '';
      if (!found || (anchor && !found.includes(`id="${decodeURIComponent(anchor)}"`)))
        missing.push(`${page} → ${href}`);
    }
  }
  expect([...new Set(missing)]).toEqual([]);
});

test.each([namedCase, namedPiece])(
  'what names somebody (%i), a case or not, says on what it rests and where to object, and is not for search engines or print',
  async (serial) => {
    const named = (await get(`/s/${serial}`)).text;
    expect(named).toContain('content="noindex,noarchive"');
    expect(named).toMatch(/示例局2026年4月1日作出的示例〔2026〕1号[\s\S]*异议：示例局，0839-0000000/);
    expect(named).not.toMatch(/已作匿名处理|打印包|rel="canonical"/);
  },
);

test('an anonymous case is for everybody', async () => {
  const anonymous = (await get('/s/130')).text;
  expect(anonymous).toContain('已作匿名处理');
  expect(anonymous).not.toContain('name="robots"');
});

test('the strip of the demonstration stands only where nothing is really sent', async () => {
  // A page that nobody has opened before: the others are kept.
  expect((await get('/about/')).text).toContain('推送不会发到真实账号');
  openDoor(withNamedCase(fixtureReader({ demo: false })));
  try {
    expect((await get('/nothing-there')).text).not.toContain('推送不会发到真实账号');
  } finally {
    openDoor(withNamedCase(fixtureReader({ demo: true })));
  }
});

test('the place of a withdrawn role model stays in its batch, without the name', async () => {
  const all = await Promise.all(
    ['/c/models/', '/c/models/2/', '/c/models/3/'].map(async (path) => (await get(path)).text),
  );
  expect(all.some((page) => page.includes('一位典型已撤下'))).toBe(true);
});
