import { expect, test } from 'vitest';
import { hanziWeight } from '../shared/text-length.ts';
import { sampleRelease } from '../testing/release.ts';
import { renderWeibo, safeLink } from './render.ts';
import { validateWeibo } from './validate.ts';

const link = 'https://cx.example.gov.cn/s/123?d=01980000-0000-7000-8000-000000000000';

test('题目、摘要、链接，链接一字不动', () => {
  const text = renderWeibo(sampleRelease(), link);
  expect(text).toBe(`【还了三十年的一笔账（示例）】示例人物把欠款一笔一笔还清，邻里都说他讲信用。 ${link}`);
});

test('再长的摘要也不超 140 字，链接按实长算仍不超', () => {
  const text = renderWeibo(sampleRelease({ summary: '信🎋a'.repeat(200) }), link);
  expect(hanziWeight(text)).toBeLessThanOrEqual(140);
  expect(text.endsWith(`… ${link}`)).toBe(true);
  expect(text).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
});

test('话题号去掉，并事先提醒', () => {
  const release = sampleRelease({ title: '#诚信#建设（示例）' });
  expect(renderWeibo(release, link)).toContain('【诚信建设（示例）】');
  expect(validateWeibo(release)).toMatchObject([{ level: 'warn', message: expect.stringContaining('#') }]);
});

test.each([
  ['https://cx.example.gov.cn/s/1?d=a', 'cx.example.gov.cn', 'https://cx.example.gov.cn/s/1?d=a'],
  ['http://127.0.0.1:4321/s/1?d=a', 'cx.example.gov.cn', 'https://cx.example.gov.cn/s/1?d=a'],
  ['http://127.0.0.1:4321/s/1?d=a', '127.0.0.1', 'http://127.0.0.1:4321/s/1?d=a'],
  ['https://www.cx.example.gov.cn/s/1?d=a', 'cx.example.gov.cn', 'https://www.cx.example.gov.cn/s/1?d=a'],
  ['https://evilcx.example.gov.cn/s/1?d=a', 'cx.example.gov.cn', 'https://cx.example.gov.cn/s/1?d=a'],
])('%s 在安全域名 %s 上是 %s', (from, domain, to) => {
  expect(safeLink(from, domain)).toBe(to);
});

test('题目太长：事先拦下', () => {
  expect(validateWeibo(sampleRelease({ title: '信'.repeat(120) }))).toContainEqual(
    expect.objectContaining({ level: 'block', field: 'title' }),
  );
});
