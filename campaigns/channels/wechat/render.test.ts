import { expect, test } from 'vitest';
import { sampleRelease } from '../testing/release.ts';
import { picturesIn, renderWechat } from './render.ts';
import { validateWechat } from './validate.ts';

const render = (html: string) =>
  renderWechat(sampleRelease({ html }), (id) => `http://mmbiz.qpic.cn/${id}/0?wx_fmt=jpeg&from=a`).content;

test('链接变成文字加编号，同一网址只注一次，不留任何 a 标签', () => {
  const html = render(
    '<p><a href="https://a.example.gov.cn/?x=1&amp;y=2">公告</a>和<a class="x" href=\'https://a.example.gov.cn/?x=1&amp;y=2\'>它</a>与<a href="/s/9">站内</a></p>',
  );
  expect(html).not.toMatch(/<a\b/i);
  expect(html.match(/\[1\]/g)).toHaveLength(3);
  expect(html).toContain('https://a.example.gov.cn/?x=1&amp;y=2');
  expect(html).toContain('站内');
  expect(html).not.toContain('[2]');
});

test('div 换成 section，样式写进标签，脚本、编号和类名去掉', () => {
  const html = render(
    '<div id="x" class="y" onclick="z()"><p>正文</p><script>alert(1)</script><button>按</button></div>',
  );
  expect(html).toMatch(/<section style="[^"]+"><p style="/);
  expect(html).not.toMatch(/<div|<script|alert|id=|class=|onclick|<button/);
});

test('长文章：八千字、一百段仍在限内', () => {
  const html = `<p>${'信'.repeat(80)}</p>`.repeat(100);
  expect(validateWechat(sampleRelease({ html }), false)).toEqual([]);
});

test('图片换成微信地址；没有地址的图片和外站图片不出现', () => {
  const html = renderWechat(
    sampleRelease({
      html: '<p><img data-media="a" alt="甲"><img data-media="b" alt="乙"><img src="https://x.example/c.jpg" alt="丙"></p>',
    }),
    (id) => (id === 'a' ? 'http://mmbiz.qpic.cn/a/0?wx_fmt=jpeg&from=a' : null),
  ).content;
  expect(html.match(/<img/g)).toHaveLength(1);
  expect(html).toContain('src="http://mmbiz.qpic.cn/a/0?wx_fmt=jpeg&amp;from=a"');
  expect(html).toContain('alt="甲"');
});

test('中文和引号原样保留', () => {
  expect(render('<p>“诚信”——广元 &amp; 蓉城 🎋</p>')).toContain('“诚信”——广元 &amp; 蓉城 🎋');
});

test('样式只有我们的：每个标签在自己的属性之后带上那一种样子，原稿的样式和类名都不带；没有内容的标签按 HTML 写', () => {
  const cell = 'padding: 6px 8px; border: 1px solid #dcd9d0; font-size: 14px; text-align: left;';
  expect(
    render(
      '<h4 style="color:red">题</h4><p class="x" style="x">一<br><b style="y">二</b></p><table width="3"><tr><td colspan="2" style="z">甲</td></tr></table><ol start="3"><li>乙</li></ol><hr><img data-media="a" alt="丙">',
    ),
  ).toBe(
    '<section style="font-size: 16px; line-height: 1.9; color: #1b1d20;"><h3 style="margin: 1.5em 0 .6em; font-size: 17px; line-height: 1.5;">题</h3>' +
      '<p style="margin: 0 0 1.1em;">一<br><strong>二</strong></p><table style="width: 100%; border-collapse: collapse; margin: 0 0 1.1em;">' +
      `<tr><td colspan="2" style="${cell}">甲</td></tr></table><ol start="3"><li style="margin: 0 0 .5em;">乙</li></ol>` +
      '<hr style="margin: 2em 0 1em; border: 0; border-top: 1px solid #dcd9d0;">' +
      '<img src="http://mmbiz.qpic.cn/a/0?wx_fmt=jpeg&amp;from=a" alt="丙" style="display: block; max-width: 100%; margin: 0 auto 8px;"></section>',
  );
});

test('网址照读者看到的样子写：原稿没有转义的“&copy=”不会变成别的字，尖括号和引号不会变成标签', () => {
  const html = render('<p><a href=\'https://a.example.gov.cn/?a=1&copy=2&amp;q="&lt;b&gt;"\'>公告</a></p>');
  expect(html).toContain('[1] https://a.example.gov.cn/?a=1&amp;copy=2&amp;q=&quot;&lt;b&gt;&quot;</span>');
});

test('花括号和百分号只是文字', () => expect(render('<p>{{ 一 }} <% 二 %></p>')).toContain('{{ 一 }}'));

test('正文里的图片按出现的次序，各一次', () => {
  expect(picturesIn('<img alt="" data-media="b"><img data-media="a" alt=""><img data-media="b">')).toEqual(['b', 'a']);
});

test('摘要截到 120 字以内，按字符算', () => {
  const { digest } = renderWechat(sampleRelease({ summary: '诚🎋'.repeat(100) }), () => null);
  expect([...digest]).toHaveLength(120);
  expect(digest.endsWith('…')).toBe(true);
});

test.each([
  ['title', { title: '信'.repeat(33) }, 'block'],
  ['author', { author: '信'.repeat(17) }, 'block'],
  ['summary', { summary: '信'.repeat(121) }, 'warn'],
  ['html', { html: `<p>${'信'.repeat(20_000)}</p>` }, 'block'],
  ['html', { html: '<p><img data-media="nobody" alt="无"></p>' }, 'block'],
  ['html', { text: ' ' }, 'block'],
  ['cover', { cover: null }, 'block'],
] as const)('不合微信要求的 %s 有一条意见', (field, change, level) => {
  expect(validateWechat(sampleRelease(change), false)).toMatchObject([
    { field, level, message: expect.stringMatching(/：/) },
  ]);
});

test('刚好到限的标题和作者没有意见（按字符，不按编码单元）', () => {
  expect(validateWechat(sampleRelease({ title: '🎋'.repeat(32), author: '𠮷'.repeat(16) }), false)).toEqual([]);
});
