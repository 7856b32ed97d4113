import { describe, expect, it } from 'vitest';
import { htmlToText } from './html-text.ts';
import { markdownToHtml } from './markdown.ts';

describe('Markdown to HTML', () => {
  it('keeps what a story needs', () => {
    const html = markdownToHtml('## 小题\n\n一段**重点**，[看](/c/guide/)。\n\n- 甲\n- 乙\n\n> 引文');
    expect(html).toContain('<h2>小题</h2>');
    expect(html).toContain('<strong>重点</strong>');
    expect(html).toContain('<a href="/c/guide/">看</a>');
    expect(html).toContain('<li>甲</li>');
    expect(html).toMatch(/<blockquote>\s*<p>引文<\/p>\s*<\/blockquote>/);
  });

  it('keeps tables', () => {
    expect(markdownToHtml('| 甲 | 乙 |\n|---|---|\n| 1 | 2 |')).toMatch(/<table>[\s\S]*<th>甲<\/th>[\s\S]*<td>2<\/td>[\s\S]*<\/table>/);
  });

  it('folds every heading into h2 and h3', () => {
    const html = markdownToHtml('# 一\n\n### 三\n\n#### 四\n\n###### 六');
    expect(html.match(/<h\d>/g)).toEqual(['<h2>', '<h3>', '<h3>', '<h3>']);
  });

  it.each([
    ['<script>alert(1)</script>好', /script|alert/],
    ['<img src=x onerror=alert(1)>', /onerror/],
    ['[点](javascript:alert(1))', /javascript/],
    ['<p style="color:red" onclick="x()">好</p>', /style|onclick/],
    ['<iframe src="https://a.example"></iframe>', /iframe/],
    ['[外](//evil.example)', /href/],
  ])('drops what is dangerous: %s', (markdown, danger) => {
    expect(markdownToHtml(markdown)).not.toMatch(danger);
  });
});

describe('HTML to text', () => {
  it('separates paragraphs by a blank line', () => {
    expect(htmlToText('<h2>题</h2>\n<p>一。</p><p>二，<strong>重</strong>。</p>')).toBe('题\n\n一。\n\n二，重。');
  });

  it('gives each list item and table row its own paragraph', () => {
    expect(htmlToText(markdownToHtml('- 甲\n- 乙\n\n| 类 | 数 |\n|---|---|\n| 投诉 | 18件 |'))).toBe('甲\n\n乙\n\n类｜数\n\n投诉｜18件');
  });

  it('reads entities once', () => {
    expect(htmlToText('<p>a &lt; b &amp;amp; c</p>')).toBe('a < b &amp; c');
  });

  it('keeps line breaks and drops tags left over', () => {
    expect(htmlToText('<p>上<br>下</p><script>x</script>')).toBe('上\n下');
  });

  it('is empty for nothing', () => {
    expect(htmlToText('')).toBe('');
  });
});
