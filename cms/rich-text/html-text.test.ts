import { describe, expect, it } from 'vitest';
import { htmlToText } from './html-text.ts';

it('a list inside an item begins lines of its own', () => {
  expect(htmlToText('<ol><li>一</li><li>二<ul><li>甲</li><li>乙</li></ul></li></ol><p>尾</p>')).toBe(
    '一\n\n二\n\n甲\n\n乙\n\n尾',
  );
});

it('rows of a table are lines, cells are parted, breaks stay', () => {
  expect(
    htmlToText(
      '<table><thead><tr><th>年</th><th colspan="2">件</th></tr></thead><tbody><tr><td>2025</td><td>受理<br>网上</td><td></td></tr></tbody></table>',
    ),
  ).toBe('年｜件\n\n2025｜受理\n网上｜');
});

describe('HTML to text', () => {
  it('separates paragraphs by a blank line', () => {
    expect(htmlToText('<h2>题</h2>\n<p>一。</p><p>二，<strong>重</strong>。</p>')).toBe('题\n\n一。\n\n二，重。');
  });

  it('gives each list item and table row its own paragraph', () => {
    expect(
      htmlToText(
        '<ul><li>甲</li><li>乙</li></ul><table><tr><th>类</th><th>数</th></tr><tr><td>投诉</td><td>18件</td></tr></table>',
      ),
    ).toBe('甲\n\n乙\n\n类｜数\n\n投诉｜18件');
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
