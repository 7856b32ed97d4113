import { createServer } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../campaigns/ports/clock.ts';
import { markdownToRichText } from '../../cms/rich-text/from-markdown.ts';
import { newsroom, release } from '../../cms/testing/story.ts';
import { buildAll } from '../build/build.ts';
import { openReady } from '../installation/open-ready.ts';
import { startPublicSite } from '../start/start-public-site.ts';
import { line, summary } from './figures.ts';
import { seedBulk } from './seed-bulk.ts';
import { storedText } from '../../cms/rich-text/stored-text.ts';

// How long from sign-off to the public page with 4,000 stories, while the same process answers visitors; and how many
// kept pages it serves a second, against a bare Node server that sends the same bytes from memory.
const dataDir = await mkdtemp(join(tmpdir(), 'bench-site-'));
const port = 40_000 + (process.pid % 20_000);
Object.assign(process.env, { NODE_ENV: 'production', DATA_DIR: dataDir, SITE_PORT: String(port), DATABASE_URL: '' });
await buildAll(false, ['site']);
const cms = await openReady({ for: 'start' });
console.log('写入 4000 篇已签发的示例稿件 …');
await seedBulk(cms.payload, 4000, () => {});
const site = await startPublicSite(cms, systemClock);
const base = `http://127.0.0.1:${port}`;
const get = async (path: string) => (await fetch(base + path)).text();

// Visitors: four at a time over list pages, stories and the front page, until told to stop.
let visiting = true;
let served = 0;
const visitors = Array.from({ length: 4 }, async (_, visitor) => {
  for (let n = visitor; visiting; n += 4) {
    await get(n % 5 === 0 ? '/' : n % 5 === 1 ? '/c/knowledge/' : `/s/${((n * 7) % 4000) + 1}/`);
    served += 1;
  }
});

const desk = await newsroom(cms.payload);
const { docs } = await cms.payload.find({
  collection: 'stories',
  where: { title: { contains: '压力测试稿件' } },
  sort: '-createdAt',
  limit: 10,
  depth: 0,
});
const toPage: number[] = [];
const toFeed: number[] = [];
for (const [n, story] of docs.entries()) {
  const words = `改过的一句${n}，只为测量。`;
  await cms.payload.update({
    collection: 'stories',
    id: story.id,
    data: { body: storedText(markdownToRichText(words)) },
    user: { ...desk.author, collection: 'users' },
  });
  await release(cms.payload, story.id, desk);
  const since = performance.now();
  const {
    docs: [publication],
  } = await cms.payload.find({ collection: 'publications', where: { story: { equals: story.id } }, depth: 0 });
  const seen = async (path: string) => {
    while (!(await get(path)).includes(words)) await new Promise((done) => setTimeout(done, 10));
    return performance.now() - since;
  };
  const [page, feed] = await Promise.all([
    seen(`/s/${publication!.serial}/`),
    seen(`/c/${publication!.column}/feed.xml`).catch(() => Number.NaN),
  ]);
  toPage.push(page);
  toFeed.push(feed);
}
visiting = false;
await Promise.all(visitors);
console.log(line('签发到网页更新', toPage, '毫秒'));
console.log(line('签发到订阅更新', toFeed, '毫秒'));
console.log(`期间同一进程答复访客 ${served} 次`);

const path = `/s/${(await cms.payload.find({ collection: 'publications', limit: 1, depth: 0 })).docs[0]!.serial}/`;
const bytes = Buffer.from(await get(path));
const bare = createServer((_request, response) =>
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(bytes),
);
await new Promise<void>((done) => bare.listen(0, '127.0.0.1', done));
const bareUrl = `http://127.0.0.1:${(bare.address() as AddressInfo).port}/`;
const rate = async (url: string) => {
  const started = performance.now();
  const each = 500;
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (let n = 0; n < each; n += 1) await (await fetch(url)).arrayBuffer();
    }),
  );
  return (4 * each) / ((performance.now() - started) / 1000);
};
const ours: number[] = [];
const peer: number[] = [];
for (let n = 0; n < 4; n += 1) {
  ours.push(await rate(base + path));
  peer.push(await rate(bareUrl));
}
console.log(line('存好的网页（本项目）', ours.slice(1), '页/秒'));
console.log(line('同样字节（裸 Node http）', peer.slice(1), '页/秒'));
console.log(
  `比值 ${(summary(ours.slice(1)).median / summary(peer.slice(1)).median).toFixed(2)}（同一进程既发请求又答复）`,
);

bare.close();
await site.close();
await cms.close();
await rm(dataDir, { recursive: true, force: true });
process.exit(0);
