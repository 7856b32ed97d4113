import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createManualClock } from '../../campaigns/outbox/engine/manual-clock.ts';
import { writePack } from '../../campaigns/channels/shared/pack.ts';
import { readSteps } from '../../cms/ops/step-memory.ts';
import { createReader } from '../../cms/read/payload-reader.ts';
import { registerOf } from '../../cms/register/register-of.ts';
import { markdownToRichText } from '../../cms/rich-text/from-markdown.ts';
import { aColumn } from '../../cms/testing/story.ts';
import { signedIn, type SignedIn } from '../../cms/testing/signed-in.ts';
import { testCms, type TestCms } from '../../cms/testing/test-cms.ts';
import { SnapshotFiles } from '../../site/snapshot/files.ts';
import { verifyBackup } from '../backup/manifest.ts';
import { createDispatch } from '../compose/dispatch.ts';
import { readSettings } from '../settings/settings.ts';
import { canMount, noSmallDisk, smallDisk, type SmallDisk } from '../testing/small-disk.ts';
import { createMinute } from './minute.ts';

const mountable = canMount();
if (!mountable) console.warn(noSmallDisk);
const sentence = /磁盘满了/;
let disk: SmallDisk;
let cms: TestCms;
let desk: SignedIn;
let column: string;
const temporary = process.env.TMPDIR;
beforeAll(async () => {
  if (!mountable) return;
  disk = smallDisk(60);
  process.env.TMPDIR = disk.dir;
  cms = await testCms();
  process.env.TMPDIR = temporary ?? '';
  if (temporary === undefined) delete process.env.TMPDIR;
  desk = await signedIn(cms, ['author', 'reviewer1', 'reviewer2', 'secrecy', 'signer']);
  column = await aColumn(cms.payload);
});
afterAll(async () => {
  if (!mountable) return;
  disk.free();
  await cms.close();
  disk.drop();
});

const told = async (answer: { response: Response; status: number }) => {
  const body = (await answer.response.json()) as {
    errors?: { message: string }[];
    message?: string;
    doc?: { id: string };
  };
  return { status: answer.status, says: body.errors?.[0]?.message ?? body.message ?? '', id: body.doc?.id ?? '' };
};
const write = async (title: string) =>
  (
    await told(
      await desk.post('author', 'stories?depth=0', {
        title,
        kind: 'knowledge',
        column,
        summary: '原来的摘要。',
        source: '编辑部（示例）',
        authorName: '示例',
        tags: [],
        answer: { who: 'nobody', tone: 'neutral' },
        body: markdownToRichText('## 第一步\n\n到柜台。'),
      }),
    )
  ).id;
const summaryOf = async (id: string) => (await cms.payload.findByID({ collection: 'stories', id, depth: 0 })).summary;
const save = async (id: string, summary: string) =>
  told(await desk.send('author', `stories/${id}?depth=0`, { method: 'PATCH', body: JSON.stringify({ summary }) }));
const steps = [
  ['submit', 'author'],
  ['approve-first', 'reviewer1'],
  ['clear-secrecy', 'secrecy'],
  ['approve-second', 'reviewer2'],
  ['sign', 'signer'],
] as const;
const act = async (id: string, name: string, who: string) => told(await desk.post(who, `stories/${id}/review/${name}`));
const uploaded = async (bytes: Buffer) => {
  const form = new FormData();
  form.set('_payload', JSON.stringify({ alt: '一张示例图' }));
  form.set('file', new File([new Uint8Array(bytes)], 'a.jpg', { type: 'image/jpeg' }));
  return told(await desk.upload('author', 'media', form));
};
/** As an operator's cron does it, beside the product. */
const backedUp = (target: string) =>
  spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', 'scripts/cli/main.ts', 'backup', target], {
    encoding: 'utf8',
    env: { ...process.env, DATA_DIR: cms.dataDir },
  });
const files = async (folder: string) =>
  (await readdir(join(cms.dataDir, folder), { recursive: true }).catch(() => [])).sort();

it.skipIf(!mountable)(
  'on a real disk that is full to the last byte nothing is lost and nothing is half there, and with room again all goes on',
  async () => {
    const { payload } = cms;
    const photo = await sharp({
      create: {
        width: 1200,
        height: 900,
        channels: 3,
        background: '#3a7',
        noise: { type: 'gaussian', mean: 120, sigma: 60 },
      },
    })
      .jpeg()
      .toBuffer();
    const clock = createManualClock(new Date());
    const [story, ready, signed] = [
      await write('满盘时在改的（示例）'),
      await write('满盘时要签的（示例）'),
      await write('满盘以前签的（示例）'),
    ];
    for (const [name, who] of steps) expect(await act(signed, name, who)).toMatchObject({ status: 200 });
    for (const [name, who] of steps.slice(0, -1)) expect(await act(ready, name, who)).toMatchObject({ status: 200 });
    const settings = readSettings({ DATA_DIR: cms.dataDir, CHANNELS: 'manual' });
    const platforms = {
      wechat: { apiBase: '', appId: '', appSecret: '', submitSettleMs: 1000 },
      weibo: { apiBase: '', accessToken: '', safeDomain: 'localhost', rip: '127.0.0.1' },
      press: {},
      callbacks: false,
      close: async () => undefined,
    };
    const lines: string[] = [];
    const dispatch = await createDispatch({
      payload,
      settings,
      platforms: platforms as never,
      clock,
      pressDir: join(cms.dataDir, 'press'),
      askPage: async () => ({ status: 404, html: '' }) as never,
      log: (line) => void lines.push(line),
    });
    const minute = createMinute({
      clock,
      log: (line) => void lines.push(line),
      payload,
      settings,
      steps: dispatch.steps,
    });
    const run = async () => {
      clock.advance(60_000);
      await minute.run(clock.now());
      await minute.settled(600_000);
    };
    const snapshot = new SnapshotFiles(join(cms.dataDir, 'snapshot'));
    const page = (text: string) =>
      ({
        body: Buffer.from(text.repeat(1000)),
        meta: { key: '/index.html', path: '/', hash: 'x', headers: [], tags: [], refs: [] },
      }) as never;
    await snapshot.write(page('以前的'));
    const [media, packs] = [await files('media'), join(cms.dataDir, 'community')];

    disk.fill();
    // What the write-ahead log still has room for is kept, and only that is said to be.
    let kept = '原来的摘要。';
    let last = kept;
    let refused = await save(story, kept);
    for (let n = 0; refused.status === 200 && n < 2000; n += 1) {
      const text = `第${n}遍，${'写'.repeat(40)}`;
      refused = await save(story, text);
      if (refused.status === 200) kept = text;
      else last = text;
    }
    expect(refused).toMatchObject({ status: 507, says: expect.stringMatching(sentence) });
    disk.fill();
    // Statements are not one act (docs/decisions/002): what was refused may have come as far as the row. Nothing else may.
    expect([kept, last]).toContain(await summaryOf(story));
    expect(await act(ready, 'sign', 'signer')).toMatchObject({ status: 507, says: expect.stringMatching(sentence) });
    expect(await uploaded(photo)).toMatchObject({ status: 507, says: expect.stringMatching(sentence) });
    expect(await files('media')).toEqual(media);
    expect(await files('papers')).toEqual([]);
    await run();
    await run();
    const failing = Object.values(minute.states())
      .flatMap(({ failing: one, stuck }) => [one?.error ?? '', ...stuck.map(({ error }) => error)])
      .filter(Boolean);
    expect(failing.join()).toMatch(sentence);
    expect(failing.filter((error) => !sentence.test(error))).toEqual([]);
    // Whoever reads reads on.
    const reader = createReader({ payload, clock, demo: true, siteUrl: 'http://localhost' });
    expect((await reader.stories({})).items.map(({ title }) => title)).toEqual(['满盘以前签的（示例）']);
    await expect(snapshot.write(page('新的'))).rejects.toThrow('ENOSPC');
    expect((await files('snapshot')).filter((name) => name.includes('.tmp-'))).toEqual([]);
    await expect(
      writePack(packs, '2026-03-15-d1', { deliveryId: 'd1' }, [{ path: 'a.jpg', bytes: photo }]),
    ).rejects.toThrow('ENOSPC');
    expect(await files('community')).toEqual([]);
    const target = join(disk.dir, 'backup');
    const full = backedUp(target);
    expect([full.status === 0, full.stderr.trim().split('\n').at(-1)]).toEqual([
      false,
      expect.stringMatching(/没有备份成：.*磁盘满了.*。$/),
    ]);
    expect([existsSync(target), existsSync(`${target}.partial`)]).toEqual([false, false]);
    // What must end is ended, whether it can be entered or not, and is entered later.
    registerOf(payload).add({ kind: 'account', key: 'somebody', at: clock.now().toISOString(), facts: {} });
    expect(registerOf(payload).last('account', 'somebody')).not.toBeNull();

    disk.free();
    expect(await save(story, '有地方了。')).toMatchObject({ status: 200 });
    expect(await summaryOf(story)).toBe('有地方了。');
    expect(await act(ready, 'sign', 'signer')).toMatchObject({ status: 200 });
    const { id, status } = await uploaded(photo);
    expect(status).toBe(201);
    const row = await payload.findByID({ collection: 'media', id, depth: 0 });
    expect((await stat(join(cms.dataDir, 'media', row.filename ?? ''))).size).toBeGreaterThan(0);
    await run();
    await run();
    expect(
      Object.entries(await readSteps(payload)).filter(([, { failing: one, stuck }]) => one || stuck.length > 0),
    ).toEqual([]);
    expect((await reader.stories({})).items.map(({ title }) => title).sort()).toEqual([
      '满盘以前签的（示例）',
      '满盘时要签的（示例）',
    ]);
    await snapshot.write(page('新的'));
    expect(await readFile(join(cms.dataDir, 'snapshot/index.html'), 'utf8')).toContain('新的');
    expect(backedUp(target).status).toBe(0);
    await verifyBackup(target);
    registerOf(payload).add({ kind: 'account', key: 'somebody else', at: clock.now().toISOString(), facts: {} });
    expect(await readFile(join(cms.dataDir, 'register/entries.jsonl'), 'utf8')).toMatch(
      /somebody".*\n.*somebody else/s,
    );
    expect(registerOf(payload).troubles()).toEqual([]);
  },
);
