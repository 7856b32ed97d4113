import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { channelConformance } from '../conformance.ts';
import { manifestSchema } from '../shared/pack.ts';
import { sampleAssets } from '../testing/assets.ts';
import { Copy } from '../testing/copy.ts';
import { sampleRelease } from '../testing/release.ts';
import { testClock } from '../testing/test-clock.ts';
import { createPressChannel } from './press-channel.ts';

async function start() {
  const clock = testClock('2027-03-15T23:59:00+08:00');
  const dir = await mkdtemp(join(tmpdir(), 'press-'));
  const open = () =>
    createPressChannel(
      {
        id: 'press',
        name: '广元日报',
        outlet: '广元日报（示例）',
        dir,
        contact: { desk: '值班编辑（示例）', phone: '0839-0000000', email: 'desk@cx.example' },
        desk: { name: '要闻编辑室（示例）', phone: '0839-0000001', email: 'desk@press.example' },
      },
      { clock, assets: sampleAssets() },
    );
  const folders = async () =>
    (await readdir(join(dir, 'press')).catch(() => [])).filter((name) => !name.startsWith('.'));
  return { clock, dir, open, folders, close: () => rm(dir, { recursive: true }) };
}

channelConformance('供稿', async () => {
  const { clock, dir, open, folders, close } = await start();
  const ids = async () =>
    Promise.all(
      (await folders()).map(
        async (name) =>
          manifestSchema.parse(JSON.parse(await readFile(join(dir, 'press', name, 'manifest.json'), 'utf8')))
            .deliveryId,
      ),
    );
  const notice = '-撤稿';
  const withdrawal = {
    ends: 'notified' as const,
    byMachine: true,
    mutations: [],
    effects: async () => (await ids()).filter((id) => id.endsWith(notice)).map((id) => id.slice(0, -notice.length)),
  };
  return { clock, open, copies: async () => (await ids()).filter((id) => !id.endsWith(notice)), withdrawal, close };
});

test('供稿包内容齐全，校验值与文件一致，稿件.docx 能打开', async () => {
  const { clock, dir, open, folders, close } = await start();
  const outcome = await new Copy(clock, 'd1').run(open);
  expect(outcome).toMatchObject({ kind: 'confirmed', externalId: '2027-03-15-s123-v1-d1' });
  const [name = ''] = await folders();
  const root = join(dir, 'press', name);
  const manifest = manifestSchema.parse(JSON.parse(await readFile(join(root, 'manifest.json'), 'utf8')));
  expect(manifest.files.map((f) => f.path)).toEqual([
    '稿件.docx',
    '稿件.txt',
    '稿件.ninjs.json',
    '图片说明.txt',
    '审签单.txt',
    '图片/01-cover1-现场.jpg',
    '图片/02-img1-现场.jpg',
  ]);
  for (const file of manifest.files) {
    expect(
      createHash('sha256')
        .update(await readFile(join(root, file.path)))
        .digest('hex'),
    ).toBe(file.sha256);
  }
  const document = strFromU8(
    unzipSync(await readFile(join(root, '稿件.docx')))['word/document.xml'] ?? new Uint8Array(),
  );
  expect(document).toContain('欠的钱，一分也要还。');
  expect(document).toContain('（此处配图：图片/02-img1-现场.jpg）');
  const sheet = await readFile(join(root, '审签单.txt'), 'utf8');
  expect(sheet).toContain('终审签发人：示例终审人');
  expect(sheet).toContain(`sha256 ${'a'.repeat(64)}`);
  expect(sheet).toContain('签发时间：2027-03-10 17:30');
  // The paper calls us, and not itself.
  expect(sheet).toContain('供稿对象：广元日报（示例） 要闻编辑室（示例）');
  expect(sheet).toContain('我方联系人：值班编辑（示例）　电话 0839-0000000　邮箱 desk@cx.example');
  expect(sheet).not.toContain('0839-0000001');
  await close();
});

test('写到一半被杀：半成品不算，过了零点重做仍是同一个文件夹', async () => {
  const { clock, dir, open, folders, close } = await start();
  const copy = new Copy(clock, 'd1');
  copy.crash = { at: 1, when: 'after' };
  await copy.step(open());
  await mkdir(join(dir, 'press', '.2027-03-15-s123-v1-d1.0a0a0a0a'), { recursive: true });
  await writeFile(join(dir, 'press', '.2027-03-15-s123-v1-d1.0a0a0a0a', '稿件.txt'), '半');
  clock.advance(3_600_000);
  expect(await copy.run(open)).toMatchObject({ externalId: '2027-03-15-s123-v1-d1' });
  expect(await folders()).toHaveLength(1);
  expect((await readdir(join(dir, 'press'))).filter((n) => n.startsWith('.'))).toEqual([]);
  await close();
});

test('第二版在审签单上写明是更正稿', async () => {
  const { clock, dir, open, folders, close } = await start();
  await new Copy(clock, 'd2', sampleRelease({ version: 2 })).run(open);
  const [name = ''] = await folders();
  expect(await readFile(join(dir, 'press', name, '审签单.txt'), 'utf8')).toContain('更正稿：请以本版（第 2 版）');
  await close();
});

test('图片没了，请人处理，不留下残缺的供稿包', async () => {
  const { clock, dir, folders, close } = await start();
  const channel = createPressChannel(
    {
      id: 'press',
      name: '广元日报',
      outlet: '广元日报（示例）',
      dir,
      contact: { desk: '示例', phone: '0', email: 'a@b.example' },
    },
    { clock, assets: { read: () => Promise.reject(new Error('图片“现场”已从素材室删除。')) } },
  );
  expect(await new Copy(clock, 'd1').run(() => channel)).toMatchObject({
    kind: 'blocked',
    note: '图片读不出来：图片“现场”已从素材室删除。',
  });
  expect(await folders()).toEqual([]);
  await close();
});

test('稿件自己写了刊发时间要求：审签单和 ninjs 都照写，先于这家单位的通常要求', async () => {
  const { clock, dir, open, folders, close } = await start();
  await new Copy(clock, 'd1', sampleRelease({ embargo: '2027-03-16T00:00:00.000Z' })).run(open);
  const [name = ''] = await folders();
  expect(await readFile(join(dir, 'press', name, '审签单.txt'), 'utf8')).toContain(
    '刊发时间要求：不得早于 2027-03-16 08:00 刊发',
  );
  expect(JSON.parse(await readFile(join(dir, 'press', name, '稿件.ninjs.json'), 'utf8'))).toMatchObject({
    pubStatus: 'usable',
    embargoedUntil: '2027-03-16T00:00:00.000Z',
  });
  await close();
});

test.each([
  [{ by: 'smtp', to: 'desk@press.example' }, {}, '没有设置 SMTP_URL 和 MAIL_FROM'],
  [
    {
      by: 'sftp',
      host: 'sftp.press.example',
      port: 22,
      user: 'cx',
      path: '/in',
      fingerprint: `SHA256:${'A'.repeat(43)}`,
    },
    { secretNames: () => 'PRESS_PRESS_PASSWORD' },
    '没有设置 PRESS_PRESS_PASSWORD',
  ],
  [
    { by: 'smtp', to: 'desk@press.example' },
    { demo: true, smtp: { url: 'smtp://127.0.0.1:1', from: 'a@b.example' } },
    '演示时不往外送',
  ],
] as const)('按 %o 送而环境里没有设好：放进文件夹，台账写明', async (deliver, access, why) => {
  const { clock, dir, folders, close } = await start();
  const channel = createPressChannel(
    {
      id: 'press',
      name: '广元日报',
      outlet: '广元日报（示例）',
      dir,
      deliver,
      contact: { desk: '示例', phone: '0', email: 'a@b.example' },
    },
    { clock, assets: sampleAssets() },
    access,
  );
  expect(await new Copy(clock, 'd1').run(() => channel)).toMatchObject({
    kind: 'confirmed',
    note: expect.stringMatching(new RegExp(`收稿文件夹。${why}`)),
  });
  expect(await folders()).toHaveLength(1);
  await close();
});

test('送到一半换了送法：不当作没送过，请人核对', async () => {
  const { clock, open, folders, close } = await start();
  const copy = new Copy(clock, 'd1');
  copy.progress = { folder: '2027-03-15-s123-v1-d1', 'folder-by': 'sftp', 'folder-stage': 'going' };
  copy.next = 'look';
  expect(await copy.step(open())).toMatchObject({ kind: 'blocked', note: expect.stringContaining('换了送法') });
  expect(await folders()).toEqual([]);
  await close();
});
