import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Copy } from '../testing/copy.ts';
import { sampleRelease } from '../testing/release.ts';
import { testClock } from '../testing/test-clock.ts';
import { createSiteChannel } from './site-channel.ts';

const clock = testClock();
const channel = createSiteChannel({ id: 'site', name: '网站' }, { clock });
const release = sampleRelease();
const page = (version: number, hash: string, more = '') =>
  `<article data-release="${version}-${hash.slice(0, 16)}">正文${more}</article>`;
let server: Server;
let answer = { status: 200, html: '' };
let asked: string[] = [];
let base = '';

beforeEach(async () => {
  asked = [];
  answer = { status: 200, html: page(1, release.hash) };
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(answer.status, { 'content-type': 'text/html; charset=utf-8' }).end(answer.html);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** A copy whose link leads to the server of this test. */
const job = (id = 'd1') => ({ ...new Copy(clock, id, release).withdrawJob(), link: `${base}/s/123?d=${id}` });

test('网页显示的正是这一版，才算确认；只问，不改', async () => {
  expect(await channel.send(job())).toEqual({
    kind: 'confirmed',
    externalId: 's123-v1',
    url: `${base}/s/123`,
    note: '网页已是第1版。',
  });
  expect(asked).toEqual(['GET /s/123?d=d1']);
});

test.each([
  [200, page(1, 'b'.repeat(64)), 'sent', '网页现在是第1版，等网站更新。'],
  [200, page(2, release.hash), 'sent', '网页现在是第2版，等网站更新。'],
  [200, '<p>维护中</p>', 'sent', '网页上看不出是哪一版，等网站更新。'],
  [404, '', 'sent', '网页的回答是404，等网站更新。'],
  [503, '', 'sent', '网页的回答是503，等网站更新。'],
  [410, '', 'refused', '网站上这篇报道已撤回。'],
])('网页答 %s %s：%s', async (status, html, kind, note) => {
  answer = { status, html };
  expect(await channel.send(job())).toMatchObject({ kind, note });
  expect(await channel.look(job())).toMatchObject({ kind, note });
});

test('网站连不上：不算失败，稍后再看', async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
  expect(await channel.send(job())).toMatchObject({ kind: 'retry', note: expect.stringContaining('ECONNREFUSED') });
  expect(await channel.withdraw(job())).toMatchObject({ kind: 'retry' });
});

test('撤回：等到网页答 410；还在就再等', async () => {
  expect(await channel.withdraw(job())).toMatchObject({ kind: 'retry', note: '网页现在是第1版，还没有撤下。' });
  answer = { status: 410, html: '' };
  expect(await channel.withdraw(job())).toEqual({ kind: 'deleted', note: '网页已换成撤回说明。' });
  expect(await channel.lookWithdrawn?.(job())).toEqual({ kind: 'deleted', note: '网页已换成撤回说明。' });
  answer = { status: 404, html: '' };
  expect(await channel.withdraw(job())).toMatchObject({ kind: 'already-gone' });
  answer = { status: 200, html: page(2, 'c'.repeat(64)) };
  expect(await channel.withdraw(job())).toMatchObject({ kind: 'deleted', note: '网页已是另一版，这一版不再显示。' });
});

test('更正：网页的更正栏里有了才算', async () => {
  const correction = { wrong: '三十年', right: '十三年 & 两个月' };
  expect(await channel.correct?.(job(), correction)).toMatchObject({ kind: 'retry' });
  answer.html = page(1, release.hash, '<section id="corrections">“十三年 &amp; 两个月”原作“三十年”</section>');
  expect(await channel.correct?.(job(), correction)).toEqual({ kind: 'corrected', note: '更正已在网页上公开。' });
  answer.html = page(
    1,
    release.hash,
    '<section id="corrections">“三杆 &quot;秤&quot;、O&#39;Neil”原作“两杆秤”</section>',
  );
  expect(await channel.correct?.(job(), { wrong: '两杆秤', right: '三杆 "秤"、O\'Neil' })).toMatchObject({
    kind: 'corrected',
  });
});
