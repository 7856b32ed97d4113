import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import { channelConformance } from '../conformance.ts';
import { manifestSchema } from '../shared/pack.ts';
import { sampleAssets } from '../testing/assets.ts';
import { Copy } from '../testing/copy.ts';
import { sampleRelease } from '../testing/release.ts';
import { testClock } from '../testing/test-clock.ts';
import { createCommunityChannel } from './community-channel.ts';

let photo: Uint8Array;
beforeAll(async () => {
  photo = new Uint8Array(
    await sharp({ create: { width: 320, height: 200, channels: 3, background: '#88a090' } })
      .jpeg()
      .toBuffer(),
  );
});

async function start(assets = sampleAssets(() => ({ bytes: photo }))) {
  const clock = testClock('2027-12-31T23:59:00+08:00');
  const dir = await mkdtemp(join(tmpdir(), 'community-'));
  const open = () =>
    createCommunityChannel(
      {
        id: 'community',
        name: '社区打印包',
        masthead: '诚信广元',
        issuer: '诚信广元编辑部（示例）',
        dir,
        contact: { desk: '宣传组（示例）', phone: '0839-0000000' },
      },
      { clock, assets },
    );
  const manifests = async () => {
    const years = (await readdir(dir)).toSorted();
    const folders = (
      await Promise.all(
        years.map(async (year) => (await readdir(join(dir, year))).map((name) => join(dir, year, name))),
      )
    ).flat();
    return Promise.all(
      folders.toSorted().map(async (folder) => ({
        folder,
        ...manifestSchema.parse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'))),
      })),
    );
  };
  return { clock, dir, open, manifests, close: () => rm(dir, { recursive: true }) };
}

channelConformance('社区打印包', async () => {
  const { clock, open, manifests, close } = await start();
  const ids = async () => (await manifests()).map(({ deliveryId }) => deliveryId);
  return {
    clock,
    open,
    close,
    copies: async () => (await ids()).filter((id) => !id.endsWith('-撤下')),
    withdrawal: {
      ends: 'needs-person',
      byMachine: true,
      mutations: [],
      effects: async () => (await ids()).filter((id) => id.endsWith('-撤下')).map((id) => id.replace(/-撤下$/, '')),
    },
  };
});

test('过了年再做，还是原来那一年的文件夹，内容齐全，校验值一致', async () => {
  const { clock, open, manifests, close } = await start();
  const copy = new Copy(clock, 'd1');
  copy.crash = { at: 1, when: 'after' };
  await copy.step(open());
  clock.advance(3_600_000);
  expect(await copy.run(open)).toMatchObject({ kind: 'confirmed', externalId: '2027/2027-12-31-s123-v1-d1' });
  const [pack] = await manifests();
  expect(pack?.files.map((f) => f.path)).toEqual([
    '海报A4.pdf',
    '海报A3.pdf',
    '大字版A4.pdf',
    '村社屏横.png',
    '村社屏竖.png',
    '广播稿.txt',
    '广播稿.docx',
    '说明.txt',
    '社区打印包.zip',
  ]);
  for (const file of pack?.files ?? []) {
    expect(
      createHash('sha256')
        .update(await readFile(join(pack?.folder ?? '', file.path)))
        .digest('hex'),
    ).toBe(file.sha256);
  }
  await close();
});

test('撤回：通知里写明撕哪张海报、为什么、找谁；更正两次同一处只有一份通知', async () => {
  const { clock, open, manifests, close } = await start();
  const copy = new Copy(clock, 'd1');
  await copy.run(open);
  const correction = { wrong: '三十年', right: '十三年' };
  await open().correct?.(copy.withdrawJob(), correction);
  expect(await open().correct?.(copy.withdrawJob(), correction)).toMatchObject({ kind: 'needs-person' });
  expect(await copy.withdraw(open)).toMatchObject({ kind: 'needs-person', steps: expect.stringContaining('撕下海报') });
  const all = await manifests();
  expect(all.map(({ deliveryId }) => deliveryId.replace(/[0-9a-f]{8}$/, ''))).toEqual(['d1', 'd1-撤下', 'd1-更正-']);
  const notice = await readFile(join(all[1]?.folder ?? '', '撤下通知.txt'), 'utf8');
  for (const words of [
    '《还了三十年的一笔账（示例）》',
    '因事实有误，已经核实，',
    '撕下已经张贴的海报',
    '2027年3月18日前办完',
    '0839-0000000',
  ])
    expect(notice).toContain(words);
  await close();
});

test('图片没了或不是图片，请人处理，不留下残缺的打印包', async () => {
  for (const assets of [sampleAssets(), { read: () => Promise.reject(new Error('图片“现场”已从素材室删除。')) }]) {
    const { clock, open, manifests, close } = await start(assets);
    expect(await new Copy(clock, 'd1').run(open)).toMatchObject({
      kind: 'blocked',
      note: expect.stringMatching(/图片/),
    });
    expect(await manifests()).toEqual([]);
    await close();
  }
});

test('拦截与提醒：没有标题、没有正文、标题太长、广播超过五分钟', async () => {
  const { open, close } = await start();
  const fields = (change: Parameters<typeof sampleRelease>[0]) =>
    open()
      .validate(sampleRelease(change))
      .map(({ level, field }) => `${level} ${field}`);
  expect(fields({ title: ' ' })).toEqual(['block title']);
  expect(fields({ text: '', html: '' })).toEqual(['block html']);
  expect(fields({ title: '长'.repeat(33) })).toEqual(['warn title']);
  expect(fields({ title: '长'.repeat(101) })).toEqual(['block title']);
  expect(fields({ html: `<p>${'一句话有十个字这么长。'.repeat(110)}</p>` })).toEqual(['warn html']);
  await close();
});
