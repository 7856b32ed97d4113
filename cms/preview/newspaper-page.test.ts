import { expect, it } from 'vitest';
import { newspaperPage, setting } from './newspaper-page.ts';

it('counts lines of twelve with two for the indent, and columns by halves', () => {
  expect(setting('')).toEqual({ lines: 0, columns: 0 });
  expect(setting('信'.repeat(10))).toEqual({ lines: 1, columns: 0.5 });
  expect(setting('信'.repeat(11))).toEqual({ lines: 2, columns: 0.5 });
  expect(setting(`${'信'.repeat(12 * 60 - 2)}\n\n${'用'.repeat(12 * 60 - 2)}`)).toEqual({ lines: 120, columns: 1.5 });
});

it('sets headings, items, table rows and the places of pictures; markup in words does nothing', () => {
  const page = newspaperPage(
    {
      title: '题<b>',
      author: '甲',
      source: '乙',
      html: '<h2>节</h2><p>段&lt;i&gt;</p><ul><li>项</li></ul><table><tr><td>一</td><td>二</td></tr></table><figure><img data-media="m" alt="x"></figure>',
    },
    '示例日报',
    '第三版',
    () => null,
  );
  for (const part of [
    '<h1>题&lt;b&gt;</h1>',
    '<h2>节</h2>',
    '<p>段&lt;i&gt;</p>',
    '<p class="item">• 项</p>',
    '<p>一｜二</p>',
    '此处配图',
  ])
    expect(page).toContain(part);
});
