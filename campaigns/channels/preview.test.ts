import { expect, test } from 'vitest';
import { previewPress } from './press/preview.ts';
import { previewWechat } from './wechat/preview.ts';
import { renderWechat } from './wechat/render.ts';
import { previewWeibo } from './weibo/preview.ts';
import { renderWeibo } from './weibo/render.ts';
import { sampleRelease } from './testing/release.ts';

const link = 'https://www.example.gov.cn/s/123';
const look = { account: '诚信广元（示例）', day: '2027-03-15', imageUrl: (id: string) => `/pictures/${id}.jpg` };

test('微信预览就是草稿里的那份：标题、摘要、正文都一样', () => {
  const release = sampleRelease();
  const preview = previewWechat(release, look);
  const article = renderWechat(release, look.imageUrl);
  expect(preview).toMatchObject({ title: article.title, digest: article.digest });
  expect(preview.html).toContain(article.content);
  expect(preview.html).toContain('<b>诚信广元（示例）</b>2027-03-15');
  expect(preview.counts).toMatchObject({
    title: { used: 13, limit: 32, unit: '字' },
    content: { limit: 20_000, unit: '字符' },
  });
});

test('微信预览自成一页：不引外面的样式和脚本，标题里的标签不生效', () => {
  const { html } = previewWechat(
    sampleRelease({
      title: '<script>alert(1)</script>',
      author: '<i>甲</i>',
      html: '<p onclick="x()">正文</p><script>x()</script>',
    }),
    look,
  );
  expect(html).not.toMatch(/<script|<link|@import|onclick|<i>/i);
  expect(html).toContain('width=device-width');
});

test('摘要太长：预览截去末尾，字数照实说', () => {
  const preview = previewWechat(sampleRelease({ summary: '信'.repeat(130) }), look);
  expect([...preview.digest]).toHaveLength(120);
  expect(preview.counts.digest).toEqual({ used: 130, limit: 120, unit: '字' });
});

test('微博预览就是要发的那一条', () => {
  const release = sampleRelease();
  const preview = previewWeibo(release, { link, safeDomain: 'www.example.gov.cn' });
  expect(preview).toMatchObject({ text: renderWeibo(release, link), shortened: false, picture: 'cover1', link });
  expect(preview.count.used).toBeLessThanOrEqual(preview.count.limit);
});

test('微博太长：说出要截，链接换到安全域名上', () => {
  const preview = previewWeibo(sampleRelease({ summary: '信'.repeat(200), cover: null }), {
    link,
    safeDomain: 'm.example.cn',
  });
  expect(preview).toMatchObject({ shortened: true, picture: null, link: 'https://m.example.cn/s/123' });
  expect(preview.text).toMatch(/… https:\/\/m\.example\.cn\/s\/123$/);
  expect(preview.count.used).toBeGreaterThan(200);
});

test('供稿预览：稿件文本和正文字数', () => {
  const preview = previewPress(sampleRelease({ text: '一笔 旧账\n\n还清。' }));
  expect(preview).toEqual({
    title: '还了三十年的一笔账（示例）',
    text: '还了三十年的一笔账（示例）\n\n示例编辑　诚信广元编辑部（示例）\n\n一笔 旧账\n\n还清。',
    characters: 7,
  });
});
