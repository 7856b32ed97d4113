import { describe, expect, it } from 'vitest';
import { markdownToRichText } from './from-markdown.ts';
import { block, linkNode, textNode, upload } from './make.ts';
import type { RichText } from './node.ts';
import { richTextToHtml } from './to-html.ts';

const html = (markdown: string) => richTextToHtml(markdownToRichText(markdown), new Map());
const state = (...children: RichText['root'][]): RichText => ({ root: block('root', children) });

describe('Markdown through the editor to HTML', () => {
  it('keeps headings, bold, italic, links and breaks', () => {
    expect(html('## 题\n\n一**二**三*四*，见[办法](https://a.example/x?a=1&b=2)。\n\n# 大题')).toBe(
      '<h2>题</h2><p>一<strong>二</strong>三<em>四</em>，见<a href="https://a.example/x?a=1&amp;b=2">办法</a>。</p><h2>大题</h2>',
    );
  });

  it('keeps lists, nested ones too, and quotes', () => {
    expect(html('1. 一\n2. 二\n   - 甲\n\n> 诚者，\n> 天之道也')).toBe(
      '<ol><li>一</li><li>二<ul><li>甲</li></ul></li></ol><blockquote><p>诚者，天之道也</p></blockquote>',
    );
  });

  it('keeps tables with their header row', () => {
    expect(html('| 档 | 期限 |\n|---|---|\n| 轻微 | 不公示 |')).toBe(
      '<table><thead><tr><th>档</th><th>期限</th></tr></thead><tbody><tr><td>轻微</td><td>不公示</td></tr></tbody></table>',
    );
  });

  it('joins lines of Chinese prose without a space; of HTML only what a reader would see stays', () => {
    expect(html('上一行\n下一行<script>alert(1)</script>')).toBe('<p>上一行下一行</p>');
    expect(html('1 < 2 & 3')).toBe('<p>1 &lt; 2 &amp; 3</p>');
  });

  it('reads character references in words and addresses, and leaves them alone in code', () => {
    expect(html('甲&copy;乙 &amp;lt; `&lt;` \\&lt; [办法](https://a.example/x?a=1&amp;b=2)')).toBe(
      '<p>甲©乙 &amp;lt; &amp;lt; &amp;lt; <a href="https://a.example/x?a=1&amp;b=2">办法</a></p>',
    );
  });

  it('keeps the ranks that the writer gave', () => expect(html('#### 丙\n\n字')).toBe('<h3>丙</h3><p>字</p>'));

  it('takes no pictures', () =>
    expect(html('甲![图](https://a.example/x.png)乙\n\n![图](x.png)')).not.toMatch(/img|figure/));

  it.each([
    ['<script>alert(1)</script>好', /script|alert/],
    ['<img src=x onerror=alert(1)>', /onerror|img/],
    ['[点](javascript:alert(1))', /javascript/],
    ['<p style="color:red" onclick="x()">好</p>', /style|onclick/],
    ['<iframe src="https://a.example"></iframe>', /iframe/],
    ['[外](//evil.example)', /href/],
  ])('drops what is dangerous: %s', (markdown, danger) => expect(html(markdown)).not.toMatch(danger));
});

describe('what an editor may have typed', () => {
  it('refuses links that run code, and leaves their words', () => {
    expect(
      richTextToHtml(state(block('paragraph', [linkNode('javascript:alert(1)', [textNode('点我')])])), new Map()),
    ).toBe('<p>点我</p>');
    expect(richTextToHtml(state(block('paragraph', [linkNode('//evil.example', [textNode('点我')])])), new Map())).toBe(
      '<p>点我</p>',
    );
  });

  it('shows a known picture without a src and leaves out an unknown one', () => {
    const pictures = new Map([['m1', { alt: '一杆"秤"', caption: '老秤' }]]);
    expect(richTextToHtml(state(upload('m1'), upload('gone')), pictures)).toBe(
      '<figure><img data-media="m1" alt="一杆&quot;秤&quot;"><figcaption>老秤</figcaption></figure>',
    );
  });

  it('says that a picture was made with AI', () => {
    expect(richTextToHtml(state(upload('m2')), new Map([['m2', { alt: '桥', caption: null, aigc: true }]]))).toContain(
      '<figcaption>（图片由人工智能生成）</figcaption>',
    );
  });

  it('drops empty paragraphs', () => {
    expect(richTextToHtml(state(block('paragraph', []), block('paragraph', [textNode(' ')])), new Map())).toBe('');
  });
});
