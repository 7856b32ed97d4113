import { expect, test } from 'vitest';
import { sampleRelease } from '../testing/release.ts';
import { embargoWords, pressConfig } from './config.ts';
import { canceledNinjs, ninjsSchema, storyNinjs } from './ninjs.ts';

const link = 'https://cx.example.gov.cn/s/123?d=d1';
const config = (embargo: string | null) =>
  pressConfig({
    id: 'press',
    name: '广元日报',
    outlet: '广元日报（示例）',
    dir: '/x',
    embargo,
    contact: { desk: '示例', phone: '0', email: 'a@b.example' },
  });
const read = (bytes: Uint8Array) => ninjsSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));

test('没有时间要求：可用，题目和正文都在', () => {
  const release = sampleRelease();
  expect(read(storyNinjs({ release, link, config: config(null) }))).toEqual({
    standard: { name: 'ninjs', version: '3.0', schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json' },
    by: '示例编辑',
    uri: 'https://cx.example.gov.cn/s/123',
    type: 'text',
    language: 'zh-CN',
    version: '1',
    versionCreated: '2027-03-10T17:30:00+08:00',
    pubStatus: 'usable',
    urgency: 5,
    headlines: [{ role: 'main', contentType: 'text/plain', value: release.title }],
    bodies: [{ role: 'main', contentType: 'text/plain', value: release.text }],
  });
});

test('时间要求是时刻：embargoedUntil；只有文字：机器先不用，文字写进编者注', () => {
  const at = read(storyNinjs({ release: sampleRelease(), link, config: config('2027-03-15T00:00:00+08:00') }));
  expect(at).toMatchObject({
    pubStatus: 'usable',
    embargoedUntil: '2027-03-14T16:00:00.000Z',
    edNote: expect.stringContaining('不得早于 2027-03-15 00:00 刊发'),
  });
  const words = read(storyNinjs({ release: sampleRelease(), link, config: config('3月15日零时后可刊发') }));
  expect(words).toMatchObject({ pubStatus: 'withheld', edNote: '刊发时间要求：3月15日零时后可刊发。' });
  expect(words).not.toHaveProperty('embargoedUntil');
  expect(embargoWords(null)).toBe('无，收到即可刊发');
});

test('撤稿：同一篇（uri 相同），作废', () => {
  const parts = { release: sampleRelease({ version: 2 }), link, config: config(null) };
  expect(read(canceledNinjs(parts, '撤稿：事实有误。'))).toMatchObject({
    uri: 'https://cx.example.gov.cn/s/123',
    version: '2',
    pubStatus: 'canceled',
    edNote: '撤稿：事实有误。',
  });
});

test('缺了必需的内容就写不出来', () => {
  expect(() => storyNinjs({ release: sampleRelease({ text: '' }), link, config: config(null) })).toThrow();
});
