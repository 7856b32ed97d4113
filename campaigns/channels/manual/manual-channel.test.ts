import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ChannelBench } from '../conformance.ts';
import { sampleAssets } from '../testing/assets.ts';
import { Copy } from '../testing/copy.ts';
import { testClock } from '../testing/test-clock.ts';
import { withdrawConformance } from '../withdraw-conformance.ts';
import { createManualChannel } from './manual-channel.ts';
import { warningName } from './withdraw.ts';

const clock = testClock();
let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'manual-'));
});
afterEach(() => rm(dir, { recursive: true }));

const channel = (kind: 'wechat' | 'weibo') =>
  createManualChannel({ id: kind, name: '公众号', kind, dir }, { clock, assets: sampleAssets() });

test('备好人工推送包后等人，从不自称已发布', async () => {
  const outcome = await new Copy(clock, 'd1').run(() => channel('wechat'));
  expect(outcome).toMatchObject({ kind: 'blocked', note: expect.stringContaining('2027-03-15-s123-v1-d1') });
  const root = join(dir, 'wechat', '2027-03-15-s123-v1-d1');
  expect((await readdir(root)).toSorted()).toEqual(
    ['manifest.json', '图片', '图片说明.txt', '标题与摘要.txt', '核对清单.txt', '正文.html'].toSorted(),
  );
  const html = await readFile(join(root, '正文.html'), 'utf8');
  const src = /src="([^"]+)"/.exec(html)?.[1] ?? '';
  expect(await readFile(join(root, decodeURI(src)))).toHaveLength(2_000);
  expect(await readFile(join(root, '标题与摘要.txt'), 'utf8')).toContain('?d=d1');
});

test('再次发送只指向同一个包', async () => {
  const copy = new Copy(clock, 'd1');
  await copy.run(() => channel('weibo'));
  copy.next = 'send';
  clock.advance(24 * 3_600_000);
  await copy.run(() => channel('weibo'));
  expect(await readdir(join(dir, 'weibo'))).toEqual(['2027-03-15-s123-v1-d1']);
});

describe.each(['wechat', 'weibo'] as const)('人工渠道 %s：撤回的共同要求', (kind) => {
  withdrawConformance(
    (): ChannelBench => ({
      clock,
      open: () => channel(kind),
      copies: async () => (await readdir(join(dir, kind)).catch(() => [])).toSorted(),
      withdrawal: { ends: 'needs-person', effects: async () => [], byMachine: false, mutations: [] },
      close: async () => {},
    }),
  );
});

test('撤回：给出清单，推送包里写明不得再发', async () => {
  const copy = new Copy(clock, 'd1');
  await copy.run(() => channel('wechat'));
  const outcome = await copy.withdraw(() => channel('wechat'), { url: 'https://mp.example/s/1' });
  expect(outcome).toMatchObject({ kind: 'needs-person', steps: expect.stringContaining('https://mp.example/s/1') });
  const [folder = ''] = await readdir(join(dir, 'wechat'));
  const warning = await readFile(join(dir, 'wechat', folder, warningName), 'utf8');
  expect(warning).toContain('撤回原因：事实有误，已经核实。');
  expect(warning).toContain('办结期限：2027-03-18');
});
