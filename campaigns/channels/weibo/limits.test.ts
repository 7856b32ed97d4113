import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Release } from '../../ports/release.ts';
import type { Channel } from '../channel.ts';
import { hanziWeight } from '../shared/text-length.ts';
import { sampleAssets } from '../testing/assets.ts';
import { Copy } from '../testing/copy.ts';
import { sampleRelease } from '../testing/release.ts';
import { testClock, type TestClock } from '../testing/test-clock.ts';
import { startWeiboEmulator, type WeiboEmulator } from './emulator/server.ts';
import { previewWeibo } from './preview.ts';
import { createWeiboChannel } from './weibo-channel.ts';

// What the desk lets through, the platform must take: it counts for itself, topics and links included.

let clock: TestClock;
let platform: WeiboEmulator;
let channel: Channel;
beforeAll(async () => {
  clock = testClock();
  const profile = { perHour: 10_000, perDay: 10_000 };
  platform = await startWeiboEmulator({ port: 0, clock, safeDomain: 'cx.example.gov.cn', profile });
  channel = createWeiboChannel(
    { id: 'weibo', name: '微博', apiBase: platform.url, accessToken: 'demo-token', safeDomain: 'cx.example.gov.cn' },
    { clock, assets: sampleAssets() },
  );
});
afterAll(() => platform.close());

/** Ids of deliveries are 36 long. */
let copies = 0;
const newCopy = (release: Release) =>
  new Copy(clock, `01980000-0000-7000-8000-${String((copies += 1)).padStart(12, '0')}`, release);
const posted = (copy: Copy) => platform.ledger().find((row) => row.deliveryId === copy.deliveryId)?.text ?? '';
const plain = (change: Partial<Release>) => sampleRelease({ cover: null, ...change });

test.each<[string, Partial<Release>]>([
  ['一个字的标题', { title: '信', summary: '' }],
  ['标题正好到限', { title: '信'.repeat(90), summary: '' }],
  ['标题正好到限，摘要也长', { title: '信'.repeat(90), summary: '约'.repeat(300) }],
  ['标题全是半角', { title: 'c'.repeat(180), summary: 'd'.repeat(300) }],
  ['标题全是表情', { title: '🎋'.repeat(45), summary: '🎋'.repeat(100) }],
  ['摘要里有话题', { title: '诚信（示例）', summary: '#诚信建设#万里行＃示例＃' }],
  ['话题被网址分开', { title: '诚信#（示例）', summary: '示例# 结束' }],
  ['摘要里有换行和缩进', { title: '诚信\n（示例）', summary: '　　第一行\r\n\t第二行' }],
  ['摘要里有外面的网址', { title: '诚信（示例）', summary: '见https://www.example.com/a与http://b.example.com' }],
  ['摘要里的网址带井号', { title: '诚信（示例）', summary: 'https://www.example.com/#a 和 #b' }],
  ['摘要里有半个字符', { title: '诚信（示例）', summary: '坏\ud83c字' }],
  [
    '有更正，又正在更正',
    {
      title: '信'.repeat(70),
      summary: '约'.repeat(300),
      corrections: [{ date: '2027-03-12', was: '三', now: '四', note: '数字有误' }],
      correcting: 1,
    },
  ],
])('%s：平台收下，链接一字不动', async (_what, change) => {
  const release = plain(change);
  expect(channel.validate(release).filter(({ level }) => level === 'block')).toEqual([]);
  const copy = newCopy(release);
  expect(await copy.step(channel)).toMatchObject({ kind: 'confirmed' });
  expect(posted(copy).endsWith(` ${copy.job().link}`)).toBe(true);
  expect(hanziWeight(posted(copy))).toBeLessThanOrEqual(140);
  expect(posted(copy)).toMatch(/^【.+】/u);
});

test.each<[string, Partial<Release>, string]>([
  ['没有标题', { title: '' }, '要有标题'],
  ['标题只有空格', { title: ' 　\n ' }, '要有标题'],
  ['标题只有零宽字符', { title: '\u200b\u200d\ufeff' }, '要有标题'],
  ['标题只有话题号', { title: '##＃' }, '要有标题'],
  ['标题长过链接留下的地方', { title: '信'.repeat(91) }, '请缩短标题'],
  ['标题里的表情算两个字', { title: '🎋'.repeat(46) }, '请缩短标题'],
])('%s：事先拦下，也不发', async (_what, change, why) => {
  const release = plain(change);
  expect(channel.validate(release)).toContainEqual({
    level: 'block',
    field: 'title',
    message: expect.stringContaining(why) as string,
  });
  const copy = newCopy(release);
  expect(await copy.step(channel)).toMatchObject({ kind: 'refused', note: expect.stringContaining(why) });
  expect(posted(copy)).toBe('');
});

test('摘要长到要截，事先提醒；不用截的不提醒：差一个字也分得清', () => {
  const shortest = Array.from({ length: 140 }, (_, n) => plain({ title: '示例', summary: '信'.repeat(n) })).findIndex(
    (release) => channel.validate(release).length > 0,
  );
  expect(shortest).toBeGreaterThan(80);
  const link = `https://cx.example.gov.cn/s/1?d=${'0'.repeat(36)}`;
  const shortened = (n: number) =>
    previewWeibo(plain({ title: '示例', summary: '信'.repeat(n) }), {
      link,
      safeDomain: 'cx.example.gov.cn',
    }).text.includes('…');
  expect([shortened(shortest - 1), shortened(shortest + 6)]).toEqual([false, true]);
});
