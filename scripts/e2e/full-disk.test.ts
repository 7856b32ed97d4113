import type { ChildProcess } from 'node:child_process';
import { existsSync, openSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { within } from '../../.config/patience.ts';
import { startNode } from '../../.config/start-node.ts';
import { openDatabase } from '../../cms/sqlite/open-database.ts';
import { Editors } from '../siege/editors.ts';
import { canMount, noSmallDisk, smallDisk, type SmallDisk } from '../testing/small-disk.ts';
import { furnishedInstallation } from './furnished.ts';
import { chengxin, eventually, type Environment } from './product.ts';

const mountable = canMount();
if (!mountable) console.warn(noSmallDisk);
const sentence = /磁盘满了/;
let disk: SmallDisk;
let place: Environment;
let product: ChildProcess;
let site: string;
let desk: string;
let editors: Editors;
const log = () => readFile(join(disk.dir, 'log'), 'utf8');

beforeAll(async () => {
  if (!mountable) return;
  disk = smallDisk(300);
  place = await furnishedInstallation('staffed', { DATA_DIR: join(disk.dir, 'data') });
  const out = openSync(join(disk.dir, 'log'), 'a');
  // Its log lies on the same disk, as with `chengxin start >> log`.
  product = startNode(['scripts/chengxin.mjs', 'start'], { env: place.env, output: out, detached: true });
  const [, siteUrl, adminUrl] = await eventually(
    'ready',
    async () => /^ready site=(\S+) admin=(\S+)$/m.exec(await log()),
    240_000,
  );
  site = new URL(siteUrl!).origin;
  desk = new URL(adminUrl!).origin;
  editors = new Editors(desk);
  await editors.arrive();
}, within(600_000));
afterAll(async () => {
  if (!mountable) return;
  const gone =
    product.exitCode === null && product.signalCode === null ? new Promise((done) => product.once('exit', done)) : null;
  if (gone && product.pid) process.kill(-product.pid, 'SIGKILL');
  await gone;
  disk.drop();
  await place.drop();
});

const ask = async (path: string, init: RequestInit = {}) => {
  const answer = await fetch(`${desk}/api/${path}`, {
    ...init,
    headers: { authorization: `JWT ${editors.token('author')}`, ...init.headers },
    signal: AbortSignal.timeout(within(60_000)),
  });
  return { status: answer.status, body: await answer.text() };
};
const save = (id: string, summary: string) =>
  ask(`stories/${id}?depth=0`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ summary }),
  });
const picture = async (side: number) => {
  const { default: sharp } = await import('sharp');
  return sharp({
    create: {
      width: side,
      height: side,
      channels: 3,
      background: '#3a7',
      noise: { type: 'gaussian', mean: 120, sigma: 60 },
    },
  })
    .jpeg()
    .toBuffer();
};
const upload = async (bytes: Buffer) => {
  const form = new FormData();
  form.set('_payload', JSON.stringify({ alt: '一张示例图' }));
  form.set('file', new File([new Uint8Array(bytes)], 'a.jpg', { type: 'image/jpeg' }));
  return ask('media', { method: 'POST', body: form });
};
/** What the file of the database says, whoever has it open. */
const rows = (sql: string) => {
  const db = openDatabase(join(place.env.DATA_DIR!, 'chengxin.db'));
  try {
    return db.prepare(sql).all();
  } finally {
    db.close();
  }
};

describe.skipIf(!mountable)('the disk is full to the last byte', () => {
  let story: string;
  /** The one that was refused. */
  let last = '';
  const kept: string[] = [];
  let photo: Buffer;

  it('saving, uploading and signing are 507 with one Chinese sentence, and what was there stays as it was', async () => {
    await editors.publish('满盘以前签的一篇（示例）');
    photo = await picture(1200);
    story = await editors.write('满盘时在写的一篇（示例）');
    disk.fill();
    // What the write-ahead log has room for is still kept, and said to be.
    const refused = await eventually(
      'the first refusal',
      async () => {
        const text = `第${kept.length}遍，${'写'.repeat(40)}`;
        const { body, status } = await save(story, text);
        if (status === 200) kept.push(text);
        else last = text;
        return status === 200 ? null : { body, status };
      },
      120_000,
    );
    expect(refused).toMatchObject({ status: 507, body: expect.stringMatching(sentence) });
    const sent = await upload(photo);
    expect(sent).toMatchObject({ status: 507, body: expect.stringMatching(sentence) });
    const signing = await ask(`stories/${story}/review/submit`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect(signing).toMatchObject({ status: 507, body: expect.stringMatching(sentence) });
    for (const { body } of [refused, sent, signing])
      expect(body).not.toMatch(/ENOSPC|SQLITE|at .*\.ts|Something went wrong/);
  });

  it('the site is read as before, the health page says why, a backup is refused in a sentence, and nothing dies', async () => {
    for (const path of ['/', '/c/knowledge/', `/search/?q=${encodeURIComponent('信用')}`, '/lists/'])
      expect((await fetch(site + path)).status, path).toBe(200);
    const { reasons } = (await (await fetch(`${desk}/healthz`)).json()) as { reasons: { id: string; what: string }[] };
    expect(reasons.map(({ id }) => id)).toContain('disk');
    const target = join(disk.dir, 'backup');
    const { code, stderr } = await chengxin(['backup', target], place.env);
    expect(code).not.toBe(0);
    expect(stderr.trim().split('\n').at(-1)).toMatch(/磁盘满了.*。$/);
    expect(existsSync(target)).toBe(false);
    expect(product.exitCode).toBeNull();
    expect(reasons.map(({ id }) => id)).not.toContain('restarts');
  });

  it('with room again everything goes on by itself: nothing was lost, nothing is there by half', async () => {
    const before = (await log()).length;
    disk.free();
    const { body } = await ask(`stories/${story}?depth=0`);
    const now = (JSON.parse(body) as { summary: string }).summary;
    // Statements are not one act (docs/decisions/002): what was refused may have come as far as the row. Nothing else may.
    expect([kept.at(-1) ?? '围困时写成的一篇。', last]).toContain(now);
    expect((await save(story, '有地方了，存好了。')).status).toBe(200);
    expect((await upload(photo)).status).toBe(201);
    await editors.publish('满盘以后签的一篇（示例）');
    const list = await eventually(
      'the new story on its page',
      async () => {
        const page = await (await fetch(`${site}/c/knowledge/`)).text();
        return page.includes('满盘以后签的一篇') && page;
      },
      120_000,
    );
    expect(list).toContain('满盘以前签的一篇');
    await eventually(
      'the minute goes on',
      async () => {
        const { reasons } = (await (await fetch(`${desk}/healthz`)).json()) as { reasons: { id: string }[] };
        return !reasons.some(({ id }) => id === 'heartbeat' || id === 'restarts' || id.startsWith('step-'));
      },
      180_000,
    );
    expect((await chengxin(['backup', join(disk.dir, 'backup')], place.env)).code).toBe(0);
    expect(rows('PRAGMA integrity_check')).toMatchObject([{ integrity_check: 'ok' }]);
    for (const { filename } of rows('SELECT filename FROM media'))
      expect((await stat(join(place.env.DATA_DIR!, 'media', String(filename)))).size).toBeGreaterThan(0);
    // The log goes on where it was.
    const stopped = new Promise((done) => product.once('exit', done));
    product.kill('SIGINT');
    expect(await stopped).toBe(0);
    expect((await log()).slice(before)).toContain('已停止');
  });
});
